using Modelwright.Core.Data;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Runtime.Packaging;

/// <summary>Made-up rows with the answers of the model, asked again when a package is loaded. No real row is among them.</summary>
/// <param name="Rows">The features, in the schema's types.</param>
/// <param name="Answers">Rows x classes for classification, one number a row for regression.</param>
public sealed record CheckRows(Table Rows, double[] Answers)
{
    private const int Count = 32;
    private const ulong Seed = 20_260_101;
    private static readonly DateTime FirstTime = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>No rows.</summary>
    public static CheckRows None { get; } = new(new Table([]), []);

    /// <summary>Draws rows column by column from the statistics, rare levels left out, and asks the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="baseline">Statistics of its training rows.</param>
    /// <returns>32 rows, the first without any value, and their answers; the same for the same model.</returns>
    public static CheckRows Draw(Model model, BaselineStatistics baseline)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(baseline);
        var rows = new CheckRowDraw(Seed, Count).Draw(model.Door, baseline);
        rows = model.Form is IReadsInOrder ordered ? InOrder(rows, ordered) : rows;
        return new(rows, ModelAnswers.Of(model.Form, rows));
    }

    // One series at a steady pace, so that rows are judged by those before them.
    private static Table InOrder(Table rows, IReadsInOrder form)
    {
        long[] times = [.. Enumerable.Range(0, rows.RowCount).Select(row => FirstTime.AddHours(row).Ticks)];
        return new([.. rows.Columns.Select(column => column.Name == form.TimeName ? new TimeColumn(column.Name, times) : column.Name == form.SeriesName ? Empty(column) : column)], rows.RowCount);
    }

    private static Column Empty(Column column) => column switch
    {
        NumberColumn => new NumberColumn(column.Name, [.. Enumerable.Repeat(double.NaN, column.RowCount)]),
        TimeColumn => new TimeColumn(column.Name, [.. Enumerable.Repeat(TimeColumn.Missing, column.RowCount)]),
        CategoryColumn => CategoryColumn.FromTexts(column.Name, new string?[column.RowCount]),
        _ => new TextColumn(column.Name, new string?[column.RowCount]),
    };
}
