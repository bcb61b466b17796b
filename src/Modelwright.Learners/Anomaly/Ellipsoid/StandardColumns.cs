using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Anomaly.Ellipsoid;

/// <summary>Rows of a table, each column brought to mean 0 and spread 1: column by column. Columns that do not vary are left out.</summary>
internal sealed class StandardColumns
{
    /// <summary>A standard place is held within this, so that one absurd value does not leave the range of numbers; a form holds it likewise.</summary>
    private const double Farthest = 1e6;

    private StandardColumns(FormInput[] inputs, ColumnSpread[] spreads, double[][] lines, int rows)
    {
        (Inputs, Spreads, Columns, Rows) = (inputs, spreads, lines, rows);
    }

    /// <summary>The columns that vary; where none does, the first.</summary>
    public IReadOnlyList<FormInput> Inputs { get; }

    /// <summary>Their places.</summary>
    public IReadOnlyList<ColumnSpread> Spreads { get; }

    /// <summary>One line a column.</summary>
    public double[][] Columns { get; }

    /// <summary>Rows of a line.</summary>
    public int Rows { get; }

    /// <summary>Takes rows of a table.</summary>
    /// <param name="features">Number columns.</param>
    /// <param name="most">Rows at most; drawn by chance where there are more.</param>
    /// <param name="context">Seed, threads and cancellation.</param>
    public static StandardColumns Of(Table features, int most, FitContext context)
    {
        var random = new SeededRandom(context.Seed, 0x57A7);
        var rows = DrawnRows.Of(features.RowCount, most, ref random);
        var lines = new double[features.Columns.Count][];
        var spreads = new ColumnSpread[lines.Length];
        Parallel.For(0, lines.Length, new ParallelOptions { MaxDegreeOfParallelism = context.Threads }, column =>
        {
            if (!context.Cancellation.IsCancellationRequested)
            {
                lines[column] = new double[rows.Length];
                ((NumberColumn)features.Columns[column]).Values.Gather(rows, lines[column]);
                spreads[column] = ColumnSpread.Of(lines[column]);
                Place(lines[column], spreads[column]);
            }
        });
        context.Cancellation.ThrowIfCancellationRequested();
        int[] kept = [.. Enumerable.Range(0, lines.Length).Where(column => spreads[column].Scale > 0)];
        kept = kept.Length > 0 ? kept : [0];
        return new(
            [.. kept.Select(column => new FormInput(features.Columns[column].Name, ColumnType.Number, []))],
            [.. kept.Select(column => spreads[column])],
            [.. kept.Select(column => lines[column])],
            rows.Length);
    }

    private static void Place(double[] line, ColumnSpread spread)
    {
        foreach (ref var value in line.AsSpan())
        {
            value = Math.Clamp((value - spread.Center) * spread.Scale, -Farthest, Farthest);
        }
    }
}
