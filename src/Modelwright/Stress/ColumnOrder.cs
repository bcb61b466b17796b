using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Stress.Perturbations;
using Modelwright.Validation;

namespace Modelwright.Stress;

/// <summary>Puts columns in the order of what is lost where they are empty, so that the time goes to those that matter.</summary>
internal sealed class ColumnOrder(StressedModel model)
{
    private const int MostRows = 400;
    private static readonly MissingValues Missing = new();

    /// <summary>The names of all features, the one that matters most first; columns that were not reached in time stand last.</summary>
    public IReadOnlyList<string> Of(Func<bool> isOver, CancellationToken cancellation)
    {
        var rows = RowSample.Draw(model.Rows.RowCount, Math.Min(MostRows, model.Rows.RowCount), seed: 0);
        var some = model.Take(rows);
        return [.. model.Schema.Features.Select(column => (column.Name, Lost: isOver() ? double.NegativeInfinity : Lost(some, column, cancellation))).OrderByDescending(entry => entry.Lost).Select(entry => entry.Name)];
    }

    private static double Lost(StressedModel some, ColumnSpec column, CancellationToken cancellation)
    {
        try
        {
            var lost = some.Score(some.Answer(Missing.Apply(some.Features, column, new(1, 0)), cancellation)).Lost;
            return double.IsNaN(lost) ? 0 : lost;
        }
        catch (ModelwrightException)
        {
            // A column that may not be empty matters most of all.
            return double.PositiveInfinity;
        }
    }
}
