using System.Globalization;
using System.Text;

namespace Modelwright.Peers;

/// <summary>The page about one row from its values to its named answer.</summary>
internal static class Page
{
    /// <summary>Writes the page.</summary>
    internal static string Of(Figures figures)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # One row, measured
            Written by `bench/Modelwright.Peers`: adult, {figures.TrainingRows:N0} training rows, {figures.Trees} trees of at most {figures.Leaves} leaves on both sides. {figures.Rows:N0} test rows are asked one by one on one thread, from typed values to the name of the
            class and its probability; all ways take turns in one process, and the figure is the median of the rounds. Bytes are what the asking thread allocates for a row once all is warm.

            Ours is the package of a training run: schema, steps (`{TrainedModel.Steps}`), {figures.AllLeaves:N0} leaves in all, and the reading of the answer. `typed model` is the class that the source generator makes of it ([typed models](typed-models.md)); a row is
            a record that stands ready, or is made anew for each question, which is what the program's own `new` costs. `BeginRow` is the row by position beneath it ([prediction](prediction.md)). ML.NET is the plain pipeline of its tutorials: `OneHotEncoding`, `Concatenate`,
            `FastTree`, asked by a `PredictionEngine` ({figures.PeerTrees} trees).

            | way | µs a row | bytes a row | times as fast as ML.NET |
            | --- | ---: | ---: | ---: |

            """);
        var peer = figures.Ways[^1];
        foreach (var way in figures.Ways)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {way.Name} | {way.Microseconds:F2} | {way.Bytes:F0} | {peer.Microseconds / way.Microseconds:F1} |\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"\nShare of right answers on these rows: ours {figures.Accuracy:P1}, ML.NET {figures.PeerAccuracy:P1}.\n");
        return page.ToString();
    }
}
