using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Sources.Duck;

/// <summary>One column of an answer.</summary>
/// <param name="Name">DuckDB's name for it, which takes letter case for nothing: the second of 'a' and 'A' is 'A_1'.</param>
/// <param name="Type">DuckDB's type.</param>
/// <param name="Title">The name that the file has.</param>
internal sealed record Field(string Name, string Type, string Title)
{
    private static readonly string[] Inexact = ["BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT"];
    private static readonly string[] Whole = ["TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT", "UINTEGER"];

    private const long MostMicroseconds = 10_000L * 366 * 24 * 3600 * 1_000_000;

    private static readonly long FirstMicrosecond = -DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Whether whole numbers may be too large for a double. A decimal with a fraction is rounded to the nearest one, as its text in a CSV file would be.</summary>
    internal bool MayBeInexact => Inexact.Contains(Type) || (IsDecimal && Type.EndsWith(",0)", StringComparison.Ordinal));

    private bool IsDecimal => Type.StartsWith("DECIMAL", StringComparison.Ordinal);

    internal FieldKind Kind => Type switch
    {
        "DOUBLE" or "FLOAT" => FieldKind.Number,
        "DATE" => FieldKind.Time,
        "BLOB" or "BIT" => FieldKind.Bytes,
        _ when Whole.Contains(Type) || Inexact.Contains(Type) || IsDecimal => FieldKind.Number,
        _ when Type.StartsWith("TIMESTAMP", StringComparison.Ordinal) => FieldKind.Time,
        _ => FieldKind.Text,
    };

    internal ColumnType ColumnType => Kind switch
    {
        FieldKind.Number => ColumnType.Number,
        FieldKind.Time => ColumnType.Time,
        _ => ColumnType.Text,
    };

    private bool IsNested => Type.Contains("[]", StringComparison.Ordinal) || (Type.Contains('(', StringComparison.Ordinal) && !Type.StartsWith("ENUM", StringComparison.Ordinal));

    /// <summary>Times of DuckDB reach further than ticks; those beyond become one before the first.</summary>
    internal static long Ticks(long microseconds) =>
        microseconds is > -MostMicroseconds and < MostMicroseconds
            ? DateTime.UnixEpoch.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond)
            : -1;

    /// <summary>An expression that is true where a double cannot hold the number exactly.</summary>
    internal string IsInexact()
    {
        var name = DuckSession.Identifier(Name);
        return $"TRY_CAST(CAST({name} AS DOUBLE) AS {Type}) IS DISTINCT FROM {name}";
    }

    /// <summary>What is selected.</summary>
    /// <param name="asText">Whether numbers that a double cannot hold are taken as text.</param>
    internal string Expression(bool asText)
    {
        var name = DuckSession.Identifier(Name);
        return Kind switch
        {
            FieldKind.Number when asText => $"CAST({name} AS VARCHAR)",
            FieldKind.Number => $"CAST({name} AS DOUBLE)",
            // An infinite time is one before the first that a table holds, so that it is counted.
            FieldKind.Time => string.Create(CultureInfo.InvariantCulture, $"CASE WHEN {name} IS NULL THEN NULL WHEN isfinite({name}) THEN epoch_us({name}) ELSE {FirstMicrosecond - 1} END"),
            _ when IsNested => $"CAST(to_json({name}) AS VARCHAR)",
            _ => $"CAST({name} AS VARCHAR)",
        };
    }
}
