using Modelwright.Cli.Output.Answering;
using Modelwright.Sources;
using Spectre.Console;

namespace Modelwright.Cli.Output;

/// <summary>The answer of 'evaluate' for a person.</summary>
internal static class EvaluationPage
{
    /// <summary>Writes the figures and what could not be used.</summary>
    public static void Write(IAnsiConsole console, Evaluation evaluation, SourceReport source, string package)
    {
        Screen.Line(console, $"{package} on {source.Path}: {Numbers.Count(evaluation.Rows)} rows", new Style(decoration: Decoration.Bold));
        ProfilePage.WriteReading(console, source);
        console.Write(FigureTable.Of(evaluation.Figures, "standard error", (figure, places) => Numbers.Fixed(figure.StandardError, places)));
        if (evaluation.Intervals is { } intervals)
        {
            Screen.Line(console, AnsweringLines.Of(intervals));
        }

        if (evaluation is { RowsWithoutTarget: > 0, Truth: { } truth })
        {
            Screen.Line(console, $"Not scored: {Numbers.Count(evaluation.RowsWithoutTarget)} rows without a value in '{truth}'.");
        }
        else if (evaluation.RowsWithoutTarget > 0)
        {
            Screen.Line(console, $"Not scored: {Numbers.Count(evaluation.RowsWithoutTarget)} rows whose target is missing, or a class that the model does not know.");
        }

        foreach (var line in CountLines.Of(evaluation.Counts))
        {
            Screen.Line(console, line);
        }
    }
}
