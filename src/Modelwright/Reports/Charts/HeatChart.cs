using System.Text.Json.Serialization;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Charts;

/// <summary>A field for each pair of names, stronger in colour where there is more.</summary>
public sealed record HeatChart : Chart
{
    /// <summary>What the rows are, such as "truth".</summary>
    public required string RowsTitle { get; init; }

    /// <summary>What the columns are, such as "answer".</summary>
    public required string ColumnsTitle { get; init; }

    /// <summary>Names of the rows, from the top.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>Names of the columns, from the left.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The values, row by row.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Values { get; init; }

    /// <summary>How strong the colour of each field is, from 0 to 1, row by row.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Shades { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override Grid Table => new(
        Title,
        [new($"{RowsTitle} \\ {ColumnsTitle}", IsNumber: false), .. Columns.Select(name => new GridColumn(name, IsNumber: true))],
        [.. Rows.Select((name, row) => (IReadOnlyList<string>)[name, .. Values[row].Select(Numbers.Short)])]);
}
