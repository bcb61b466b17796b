using Modelwright.Core.Learning;
using Modelwright.Reports.Content;
using Modelwright.Reports.Pages;

namespace Modelwright.Reports.Sections;

/// <summary>The shipped model written out, where it is one that can be read in full; of a long one the first lines.</summary>
internal static class WrittenModelSection
{
    private const int MostLines = 60;

    private const int MostLetters = 400;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground.Form is not IReadable readable || ground.Evidence.Choices.FirstOrDefault(choice => choice.IsShipped) is not { Readability: Readability.Fully })
        {
            yield break;
        }

        yield return new Prose($"The whole model, {Numbers.Count(readable.Parts.Count)} {readable.Parts.Unit}, with its numbers rounded. A person can follow it from a row to the answer.");
        string[] lines = [.. readable.Lines.Take(MostLines)];
        var more = readable.Lines.Skip(MostLines).Count();
        yield return Grid.Of("", "the model", lines.Select(line => (IReadOnlyList<string>)[Shown.Shortened(line, MostLetters)])) with
        {
            Note = more > 0 ? $"… {Numbers.Count(more)} more lines; the package holds all of them." : "",
        };
    }
}
