using System.Text.RegularExpressions;

namespace Modelwright.Fuzz;

/// <summary>The judgement of one case.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Text">The text of the refusal, what is wrong, or what kind of answer it is.</param>
internal sealed partial record Verdict(Outcome Outcome, string Text)
{
    private const int LongestShape = 160;

    /// <summary>The text without names and numbers: two cases of one shape tell the same story.</summary>
    internal string Shape
    {
        get
        {
            var shape = Number().Replace(Quoted().Replace(Path().Replace(Text.Split('\n')[0], "FILE"), "'…'"), "#");
            return shape.Length <= LongestShape ? shape : shape[..LongestShape];
        }
    }

    /// <summary>Judges a call that answers or refuses.</summary>
    /// <typeparam name="TRefusal">The one kind of error that is declared.</typeparam>
    /// <param name="call">Gives what is wrong with its answer; null where the answer is right.</param>
    internal static Verdict Of<TRefusal>(Func<string?> call)
        where TRefusal : Exception
    {
        try
        {
            return call() is { } wrong ? new(Outcome.Failure, wrong) : new(Outcome.Answer, "answer");
        }
        catch (TRefusal refusal)
        {
            return Remedy.IsNamed(refusal.Message) ? new(Outcome.Refusal, refusal.Message) : new(Outcome.Failure, $"no remedy: {refusal.Message}");
        }
#pragma warning disable CA1031 // every other exception is what is looked for
        catch (Exception fault)
        {
            var place = fault.StackTrace?.Split('\n')[0].Trim() ?? "";
            return new(Outcome.Failure, $"{fault.GetType().Name}: {fault.Message.Split('\n')[0]} {place}");
        }
#pragma warning restore CA1031
    }

    [GeneratedRegex(@"/\S+/rows\.\w+")]
    private static partial Regex Path();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"-?\d[\d.,]*(E[+-]?\d+)?")]
    private static partial Regex Number();
}
