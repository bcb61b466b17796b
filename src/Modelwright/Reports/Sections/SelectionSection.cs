using Modelwright.Recording.Selecting;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>Which columns were worth it.</summary>
internal static class SelectionSection
{
    private const int MostBars = 20;
    private const int MostRows = 100;
    private const string Unit = "share of the loss without columns";

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground.Evidence.Selection is not { } selection)
        {
            yield break;
        }

        var kept = selection.Columns.Count(column => column.Decision == "kept");
        yield return new Prose($"{Numbers.Count(kept)} of {Numbers.Count(selection.Columns.Count)} columns were kept; the others are not needed to predict. {selection.Meaning}");
        if (selection.Sizes.Count > 1)
        {
            yield return Curve(selection.Sizes);
        }

        yield return Bars(selection);
        yield return Table(ground, selection);
    }

    private static LineChart Curve(IReadOnlyList<SetSize> sizes) => new()
    {
        Title = "Loss by number of columns",
        Reading = "The loss of small models on held-out rows; the line marks what each may be above the best with one standard error, and the least number under it was taken.",
        X = new("columns", 0, sizes[^1].Columns),
        Y = ChartAxis.Around(Unit, sizes.SelectMany(size => new[] { size.Loss, BestOf(sizes) + size.StandardError })),
        Series =
        [
            new("sets", SeriesLook.DottedLine, [.. sizes.Select(size => new ChartPoint(size.Columns, size.Loss))]),
            new("taken", SeriesLook.Dots, [.. sizes.Where(size => size.IsChosen).Select(size => new ChartPoint(size.Columns, size.Loss))]),
            new("the best and one standard error", SeriesLook.Reference, [.. sizes.Select(size => new ChartPoint(size.Columns, BestOf(sizes) + size.StandardError))]),
        ],
    };

    private static double BestOf(IReadOnlyList<SetSize> sizes) => sizes.Min(size => size.Loss);

    private static BarChart Bars(EvidenceSelection selection) => new()
    {
        Title = "What shuffling a column costs",
        Reading = $"On the held-out rows of {Numbers.Count(selection.Folds)} folds, by small models of all columns. Columns that say the same share it.",
        Axis = Unit,
        Names = "column",
        Bars = [.. selection.Columns.Where(column => column.Importance is not null).OrderByDescending(column => column.Importance).Take(MostBars).Select(column => new ChartBar(column.Name, column.Importance!.Value) { Lower = column.Lower, Upper = column.Upper })],
    };

    private static Grid Table(ReportGround ground, EvidenceSelection selection)
    {
        var left = selection.Columns.Count - MostRows;
        return Grid.Of("Every column", "column|decision|>above noise|>p|>features|why", selection.Columns.Take(MostRows).Select(column => (IReadOnlyList<string>)
        [
            column.Name,
            column.Decision.Replace('_', ' '),
            column.Hits is { } hits ? $"{Numbers.Count(hits)} of {Numbers.Count(selection.Rounds)}" : "",
            column.PValue is { } chance ? Numbers.Fixed(chance, 3) : "",
            Numbers.Count(ground.Evidence.Features.Where(feature => feature.Columns.Contains(column.Name)).Sum(feature => feature.Names.Count)),
            column.Reason,
        ])) with { Note = $"'features' counts what the members of the model make of a column.{(left > 0 ? $" {Numbers.Count(left)} more are in evidence.json." : "")}" };
    }
}
