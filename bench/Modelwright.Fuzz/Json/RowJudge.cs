using System.Text;
using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Fuzz.Packages;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Fuzz.Json;

/// <summary>A row as JSON text is answered as the same row in a dictionary is, or both are refused in the same words.</summary>
internal sealed class RowJudge(int classes, bool hasLists = false)
{
    private readonly Package _package = SeedPackages.Blend(classes, hasLists);

    /// <summary>Judges one row.</summary>
    internal Verdict Judge(byte[] text) => Verdict.Of<DataException>(() => Wrong(text));

    private string? Wrong(byte[] text)
    {
        var members = PlainObject.Members(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text)), checksValues: false);
        var row = members is null ? null : Dictionary(members);
        using var predictor = new Predictor(_package);
        var (expected, refused) = row is null ? (null, null) : Try(predictor, row);
        Answer answer;
        try
        {
            answer = predictor.PredictJson(Encoding.UTF8.GetString(text));
        }
        catch (DataException refusal) when (row is not null && refusal.Message != refused)
        {
            return $"refused as JSON ('{refusal.Message}'), as a dictionary {(refused is null ? "answered" : $"refused otherwise ('{refused}')")}";
        }

        if (row is null)
        {
            return members is null ? "answered, though it is no JSON object" : "answered, though a column is given twice or is no value";
        }

        return expected is null ? $"answered as JSON, refused as a dictionary: {refused}"
            : !Bits(answer).AsSpan().SequenceEqual(Bits(expected)) ? "the answer is not that of the same row in a dictionary"
            : Array.TrueForAll(Bits(answer), double.IsFinite) ? null
            : "the answer is not finite";
    }

    // Null where JSON says what a dictionary cannot: a column twice, or a list in a cell of a column that holds none.
    private Dictionary<string, object?>? Dictionary(List<(string Name, JsonElement Value)> members)
    {
        var specs = _package.Model.Schema.Features.ToList();
        var columns = specs.ConvertAll(spec => spec.Name);
        var row = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in members)
        {
            // A column in another spelling is passed over where the exact one is there.
            var isColumn = columns.Contains(name)
                || columns.Exists(column => column.Equals(name, StringComparison.OrdinalIgnoreCase) && !members.Exists(other => other.Name == column));
            var spec = specs.Find(spec => spec.Name == name) ?? specs.Find(spec => spec.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            var isValue = PlainObject.IsWhole(value) && value.ValueKind switch
            {
                JsonValueKind.Array => spec?.Kind == ColumnKind.List && value.EnumerateArray().All(IsItem),
                JsonValueKind.Object => false,
                _ => true,
            };
            if ((!row.TryAdd(name, isValue ? Plain(value) : null) || !isValue) && isColumn)
            {
                return null;
            }
        }

        return row;
    }

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
        JsonValueKind.Array => value.EnumerateArray().Select(item => item.ToString()).ToArray(),
        _ => null,
    };

    private static bool IsItem(JsonElement item) => item.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Null);

    private static (Answer? Answer, string? Refused) Try(Predictor predictor, Dictionary<string, object?> row)
    {
        try
        {
            return (predictor.Predict(row), null);
        }
        catch (DataException refusal)
        {
            return (null, refusal.Message);
        }
    }

    private static double[] Bits(Answer answer) => answer.Value is { } value ? [value] : answer.Probabilities.ToArray();
}
