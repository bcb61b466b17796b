using System.Globalization;
using System.Text.Json.Nodes;
using Modelwright.Core.Data;
using Modelwright.Sources;

namespace Modelwright.Serving;

/// <summary>The rows that are asked: as a table, and as objects of JSON.</summary>
internal sealed class RowsFile
{
    private RowsFile(Table table) => Table = table;

    public Table Table { get; }

    public static async Task<RowsFile> ReadAsync(string path) => new(await Table.ReadAsync(path));

    /// <summary>One row as a body. Numbers stand as numbers, all else as text, and what is missing as null.</summary>
    public string Body(int row)
    {
        var body = new JsonObject();
        foreach (var column in Table.Columns)
        {
            body[column.Name] = column.Format(row) is not { } text ? null
                : column.Type == ColumnType.Number ? JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture))
                : JsonValue.Create(text);
        }

        return body.ToJsonString();
    }
}
