using System.Globalization;
using System.Text.Json.Nodes;
using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Serving.Protocol;

/// <summary>Rows as requests of the protocol: one input a column.</summary>
internal sealed class TensorRequests(Predictor predictor, Table rows)
{
    private const int MostRows = 7;
    private readonly ColumnSpec[] _columns = [.. predictor.Package.Model.Schema.Columns.Where(column => column.Role is not (ColumnRole.Target or ColumnRole.Ignore))];

    /// <summary>Rows whose numbers are all there: the specification has no word for one that is missing. A text that is missing is empty.</summary>
    public int[] Whole(int most) =>
        [.. Enumerable.Range(0, rows.RowCount).Where(row => _columns.Where(column => column.Type == ColumnType.Number).All(column => rows[column.Name].Format(row) is not null)).Take(most)];

    /// <summary>The rows in groups of one to seven, each group a request.</summary>
    public List<(int[] Rows, JsonObject Body)> Of(int[] whole)
    {
        var made = new List<(int[] Rows, JsonObject Body)>();
        for (var start = 0; start < whole.Length; start += made[^1].Rows.Length)
        {
            var group = whole.Skip(start).Take(1 + (made.Count % MostRows)).ToArray();
            made.Add((group, Body(group, made.Count)));
        }

        return made;
    }

    // Every second request asks for what all of its kind do: shape [rows, 1], and data nested as the shape says.
    private JsonObject Body(int[] group, int number) => new()
    {
        ["id"] = FormattableString.Invariant($"request-{number}"),
        ["parameters"] = new JsonObject { ["content_type"] = "table" },
        ["inputs"] = new JsonArray([.. _columns.Select(column => (JsonNode)Input(column, group, isNested: number % 2 == 1))]),
    };

    // A number that is written as people do, such as $7,750, goes as the text that it is.
    private JsonObject Input(ColumnSpec column, int[] group, bool isNested)
    {
        string[] texts = [.. group.Select(row => rows[column.Name].Format(row) ?? "")];
        var isNumber = column.Type == ColumnType.Number && texts.All(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        JsonNode[] values = [.. texts.Select(text => isNumber ? (JsonNode)double.Parse(text, CultureInfo.InvariantCulture) : text)];
        return new()
        {
            ["name"] = column.Name,
            ["shape"] = isNested ? new JsonArray(group.Length, 1) : new JsonArray(group.Length),
            ["datatype"] = isNumber ? "FP64" : "BYTES",
            ["data"] = new JsonArray(isNested ? [.. values.Select(value => (JsonNode)new JsonArray(value))] : values),
        };
    }
}
