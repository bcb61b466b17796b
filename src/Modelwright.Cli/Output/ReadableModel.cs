using Modelwright.Core.Learning;
using Spectre.Console;

namespace Modelwright.Cli.Output;

/// <summary>Writes the shipped model out where it can be read in full and is short.</summary>
internal static class ReadableModel
{
    private const int MostLines = 24;

    /// <summary>A line says what each class gets, of which there may be hundreds.</summary>
    private const int MostLetters = 400;

    /// <summary>Writes its lines; of a long one the first, and how many more there are.</summary>
    public static void Write(IAnsiConsole console, TrainingRun run)
    {
        if (run.Package.Model.Form is not IReadable readable || run.Evidence.Choices.FirstOrDefault(choice => choice.IsShipped) is not { Readability: Readability.Fully })
        {
            return;
        }

        Screen.Line(console, $"The model, {Numbers.Count(readable.Parts.Count)} {readable.Parts.Unit}:");
        string[] lines = [.. readable.Lines.Take(MostLines + 1)];
        foreach (var line in lines.Take(MostLines))
        {
            Screen.Line(console, $"  {Screen.Shorten(line, MostLetters)}");
        }

        if (lines.Length > MostLines)
        {
            Screen.Line(console, $"  … and {Numbers.Count(readable.Lines.Count() - MostLines)} more lines");
        }
    }
}
