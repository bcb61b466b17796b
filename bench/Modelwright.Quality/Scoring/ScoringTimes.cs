using System.Text.Json.Nodes;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.LightGbm.Interop;
using Modelwright.Runtime.Forms.Rows;

namespace Modelwright.Quality.Scoring;

/// <summary>What a row costs on one thread: ours from a table with its encoding, and from rows that stand ready, both with the link; LightGBM from rows that stand ready, before the link; ONNX Runtime by our export.</summary>
internal sealed class ScoringTimes(SetRows rows, TrainedTrees trees) : IDisposable
{
    private const int BatchRows = 20_000;
    private const int SingleRows = 1_000;
    private const int Million = 1_000_000;
    private const int Rounds = 9;
    private const int LongRounds = 3;
    private const string OneThread = "num_threads=1";

    private readonly IForm _form = trees.Form(rows.Classes);
    private readonly double[] _answers = new double[Million * Math.Max(1, rows.Classes)];
    private SingleRowHandle? _single;

    /// <summary>Microseconds a row of all ways, of many rows and of one.</summary>
    internal JsonObject Measure(bool withMillion)
    {
        using var graph = TreeGraph.Open(_form, rows);
        var result = new JsonObject { ["batch"] = Batch(row => graph.Answer(row)), ["one"] = One(row => graph.Answer(row)) };
        if (withMillion)
        {
            result["million"] = OfMillion();
        }

        return result;
    }

    /// <inheritdoc/>
    public void Dispose() => _single?.Dispose();

    private JsonObject Batch(Action<Table> ask)
    {
        var (table, native, values) = (Repeated(BatchRows), trees.NativeRows(BatchRows), trees.Values(BatchRows));
        return Figures(Interleaved.Seconds(Rounds, () => Ours(table), () => Ready(values, BatchRows), () => Native(native, BatchRows), () => ask(table)), BatchRows);
    }

    private JsonObject One(Action<Table> ask)
    {
        _single = trees.Booster.SingleRow(trees.Inputs.Length, OneThread);
        var (native, values, width) = (trees.NativeRows(SingleRows), trees.Values(SingleRows), trees.Inputs.Length);
        Table[] tables = [.. Enumerable.Range(0, SingleRows).Select(row => trees.Test.Take([row % trees.Test.RowCount]))];
        return Figures(
            Interleaved.Seconds(
                Rounds,
                () => Array.ForEach(tables, Ours),
                () => EachRow(row => Ready(values.AsSpan(row * width, width), 1)),
                () => EachRow(row => _single.PredictScores(native.AsSpan(row * width, width), _answers.AsSpan(0, trees.Outputs))),
                () => Array.ForEach(tables, ask)),
            SingleRows);
    }

    private static void EachRow(Action<int> ask)
    {
        for (var row = 0; row < SingleRows; row++)
        {
            ask(row);
        }
    }

    private JsonObject OfMillion()
    {
        var (table, native, values) = (Repeated(Million), trees.NativeRows(Million), trees.Values(Million));
        return Figures(Interleaved.Seconds(LongRounds, () => Ours(table), () => Ready(values, Million), () => Native(native, Million)), Million);
    }

    private static JsonObject Figures(double[] seconds, int rows)
    {
        string[] names = ["modelwright_us", "ready_us", "lightgbm_us", "onnx_us"];
        return new(seconds.Select((time, way) => KeyValuePair.Create(names[way], (JsonNode?)(time * 1e6 / rows))));
    }

    private Table Repeated(int count) => trees.Test.Take([.. Enumerable.Range(0, count).Select(row => row % trees.Test.RowCount)]);

    private void Ready(ReadOnlySpan<double> values, int count) =>
        ((IAnswersValues)_form).Answer(values, _answers.AsSpan(0, count * Math.Max(1, rows.Classes)));

    private void Native(double[] native, int count) => trees.Booster.PredictScores(native, count, _answers.AsSpan(0, count * trees.Outputs), OneThread);

    private void Ours(Table table)
    {
        if (_form is IPredictsClasses classes)
        {
            classes.PredictProbabilities(table, _answers.AsSpan(0, table.RowCount * classes.Classes.Count));
        }
        else
        {
            ((IPredictsNumbers)_form).Predict(table, _answers.AsSpan(0, table.RowCount));
        }
    }
}
