using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.Streaming;
using Modelwright.Runtime.Forms.Anomalies.Streaming.Verdict;
using Modelwright.Testing.Forms;

namespace Modelwright.Runtime.Tests.Forms.Streaming;

/// <summary>Forms that score series, as they are shipped.</summary>
internal static class StreamVerdictForms
{
    internal static readonly FormInput Machine = new("machine", ColumnType.Category, []);

    /// <summary>Two series, of which rows are mixed and out of order, and one without series.</summary>
    internal static IReadOnlyList<FormSample> Samples { get; } =
    [
        new(Form(), Rows(90, 1)),
        new(new StreamVerdictForm(Streams.Form(), "time", null, 2, []), Rows(40, 2)),

        // Small, as hostile checks try thousands of changes of its state.
        new(Going(Rows(60, 3), most: 1), Rows(9, 4, first: 200)),
    ];

    internal static StreamVerdictForm Form(double threshold = 3) => new(Streams.Form(new(), "value", "load"), "time", Machine, threshold, []);

    /// <summary>A form that goes on where rows ended.</summary>
    internal static StreamVerdictForm Going(Table rows, int most = 1000, double threshold = 3)
    {
        var streams = Streams.Form(new(), "value");
        return new(streams, "time", Machine, threshold, StreamScoring.Ends(streams, rows, new("time", "machine"), most, CancellationToken.None));
    }

    /// <summary>Readings of 'a', 'b' and of no machine, every half hour one, with a value far out in each; shuffled.</summary>
    internal static Table Rows(int count, int seed, int first = 0)
    {
        var random = new Random(seed);
        string?[] machines = ["a", "b", null];
        var values = Streams.Noise(count, seed);
        values[count - 1] = values[count - 2] = 40;
        values[count / 2] = double.NaN;
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        return new Table(
        [
            new TimeColumn("time", [.. Enumerable.Range(first, count).Select(Streams.HalfHour)]),
            CategoryColumn.FromTexts("machine", [.. Enumerable.Range(0, count).Select(row => machines[row % 3])]),
            new NumberColumn("value", values),
            new NumberColumn("load", Streams.Noise(count, seed + 100)),
        ]).Take(order);
    }
}
