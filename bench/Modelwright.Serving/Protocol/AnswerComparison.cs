using System.Text.Json.Nodes;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Serving.Protocol;

/// <summary>Holds outputs of the protocol against what the library answers for the same rows, to the bit.</summary>
internal sealed class AnswerComparison(Predictions expected)
{
    public List<string> Faults { get; } = [];

    /// <summary>Rows that were compared, each as often as it was asked.</summary>
    public int Rows { get; private set; }

    /// <summary>Values that are as the library has them.</summary>
    public int Values { get; private set; }

    public void Compare(JsonObject request, JsonObject answer, int[] rows)
    {
        Rows += rows.Length;
        Same("id", (string?)request["id"], (string?)answer["id"]);
        var outputs = answer["outputs"]?.AsArray().ToDictionary(output => (string)output!["name"]!, output => output!.AsObject()) ?? [];
        if (expected.Classes.Count > 0)
        {
            Column(outputs, "label", rows, row => expected.Label(row));
            Wide(outputs, rows);
        }
        else
        {
            Column(outputs, "value", rows, row => expected.Outputs[row]);
        }
    }

    private void Wide(Dictionary<string, JsonObject> outputs, int[] rows)
    {
        var count = expected.Classes.Count;
        var data = outputs.GetValueOrDefault("probabilities")?["data"]?.AsArray();
        for (var place = 0; place < rows.Length * count; place++)
        {
            Same("probabilities", expected.Outputs[(rows[place / count] * count) + (place % count)], data is not null && place < data.Count ? (double?)data[place] : null);
        }
    }

    private void Column<T>(Dictionary<string, JsonObject> outputs, string name, int[] rows, Func<int, T> value)
    {
        var data = outputs.GetValueOrDefault(name)?["data"]?.AsArray();
        for (var place = 0; place < rows.Length; place++)
        {
            Same(name, value(rows[place]), data is not null && place < data.Count ? data[place]!.GetValue<T>() : default);
        }
    }

    private void Same<T>(string what, T wanted, T got)
    {
        if (EqualityComparer<T>.Default.Equals(wanted, got))
        {
            Values++;
        }
        else
        {
            Faults.Add(FormattableString.Invariant($"{what}: {got}, where the library has {wanted}"));
        }
    }
}
