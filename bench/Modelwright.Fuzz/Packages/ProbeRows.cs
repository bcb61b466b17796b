using Modelwright.Core.Data;

namespace Modelwright.Fuzz.Packages;

/// <summary>Rows that a schema admits, with what a person may give: levels seen and unseen, missing values, extremes.</summary>
internal static class ProbeRows
{
    private const int Count = 6;
    private static readonly double[] Numbers = [0, 1e300, -1e300, 13.5, double.NaN, -0.0];
    private static readonly string?[] Texts = ["late payment", "", "a b a b payment", "Łódź \U0001F600", null, "x"];
    private static readonly DateTime?[] Times = [new(2020, 2, 29), DateTime.MinValue, DateTime.MaxValue, new(2024, 12, 31, 23, 59, 59), null, new(1970, 1, 1)];

    /// <summary>The rows by name.</summary>
    internal static IReadOnlyList<IReadOnlyDictionary<string, object?>> Of(Schema schema) =>
    [
        .. Enumerable.Range(0, Count).Select(row => (IReadOnlyDictionary<string, object?>)schema.Features.ToDictionary(spec => spec.Name, spec => Value(spec, row), StringComparer.Ordinal)),
    ];

    /// <summary>The same rows as a table of the schema's own types.</summary>
    internal static Table Table(Schema schema, IReadOnlyList<IReadOnlyDictionary<string, object?>> rows) =>
        new([.. schema.Features.Select(spec => Column(spec, [.. rows.Select(row => row[spec.Name])]))], rows.Count);

    private static object? Value(ColumnSpec spec, int row) => spec.Type switch
    {
        ColumnType.Number => Numbers[row],
        ColumnType.Category => row == 4 ? null : row == 2 || spec.Levels.Count == 0 ? "never seen" : spec.Levels[row % spec.Levels.Count],
        ColumnType.Time => Times[row],
        _ => Texts[row],
    };

    private static Column Column(ColumnSpec spec, object?[] values) => spec.Type switch
    {
        ColumnType.Number => new NumberColumn(spec.Name, Array.ConvertAll(values, value => (double)value!)),
        ColumnType.Category => CategoryColumn.FromTexts(spec.Name, Array.ConvertAll(values, value => (string?)value)),
        ColumnType.Time => new TimeColumn(spec.Name, Array.ConvertAll(values, value => value is DateTime time ? time.Ticks : TimeColumn.Missing)),
        _ => new TextColumn(spec.Name, Array.ConvertAll(values, value => (string?)value)),
    };
}
