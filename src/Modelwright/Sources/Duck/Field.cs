namespace Modelwright.Sources.Duck;

/// <summary>One column of an answer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">DuckDB's type.</param>
internal sealed record Field(string Name, string Type)
{
    private static readonly string[] Inexact = ["BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT"];
    private static readonly string[] Whole = ["TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT", "UINTEGER"];

    /// <summary>Whether whole numbers may be too large for a double.</summary>
    internal bool MayBeInexact => Inexact.Contains(Type) || Type.StartsWith("DECIMAL", StringComparison.Ordinal);

    internal FieldKind Kind => Type switch
    {
        "DOUBLE" or "FLOAT" => FieldKind.Number,
        "DATE" => FieldKind.Time,
        "BLOB" or "BIT" => FieldKind.Bytes,
        _ when Whole.Contains(Type) || MayBeInexact => FieldKind.Number,
        _ when Type.StartsWith("TIMESTAMP", StringComparison.Ordinal) => FieldKind.Time,
        _ => FieldKind.Text,
    };

    /// <summary>What is selected.</summary>
    /// <param name="asText">Whether numbers that a double cannot hold are taken as text.</param>
    internal string Expression(bool asText)
    {
        var name = DuckSession.Identifier(Name);
        return Kind switch
        {
            FieldKind.Number when asText => $"CAST({name} AS VARCHAR)",
            FieldKind.Number => $"CAST({name} AS DOUBLE)",
            FieldKind.Time => $"CASE WHEN isfinite({name}) THEN epoch_us({name}) END",
            _ when Type.Contains("[]", StringComparison.Ordinal) || Type.Contains('(', StringComparison.Ordinal) && !Type.StartsWith("ENUM", StringComparison.Ordinal) => $"CAST(to_json({name}) AS VARCHAR)",
            _ => $"CAST({name} AS VARCHAR)",
        };
    }
}
