using Modelwright.Core.Data;
using Modelwright.Splits;

namespace Modelwright.Testing.Splitters;

/// <summary>Rows with a skewed target, uneven groups and times that repeat.</summary>
internal static class SplitterSamples
{
    /// <summary>A request that has all a splitter may need.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="folds">Number of folds.</param>
    /// <param name="seed">The only origin of chance.</param>
    public static SplitRequest Request(int rows, int folds, int seed)
    {
        var random = new Chance(seed);
        var groups = new string?[rows];
        var times = new long[rows];
        for (var row = 0; row < rows; row++)
        {
            // The first rows make sure that there are enough different groups and times.
            groups[row] = $"g{(row < 8 ? row : random.Next(3 + (rows / 4)))}";
            times[row] = TimeSpan.TicksPerDay * (row < 8 ? 700_000 + row : 700_000 + random.Next(3 + (rows / 2)));
        }

        return new(rows)
        {
            Target = Target(rows, seed),
            Groups = CategoryColumn.FromTexts("who", groups),
            Times = new TimeColumn("when", times),
            Seed = seed,
            Folds = folds,
            Repeats = 1 + (seed % 3),
            TestShare = 1.0 / folds,
        };
    }

    /// <summary>Classes of very different sizes, one of them with a single row.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="seed">The only origin of chance.</param>
    public static CategoryColumn Target(int rows, int seed)
    {
        var random = new Chance(seed + 1);
        var classes = new string?[rows];
        for (var row = 0; row < rows; row++)
        {
            classes[row] = row == 3 ? "single" : random.Uniform() is var share && share < 0.7 ? "many" : share < 0.95 ? "some" : "few";
        }

        return CategoryColumn.FromTexts("answer", classes);
    }

    /// <summary>A request where all rows are of one group and one time.</summary>
    /// <param name="rows">Number of rows.</param>
    public static SplitRequest OneValue(int rows) => Request(rows, 2, 1) with
    {
        Groups = CategoryColumn.FromTexts("group", Enumerable.Repeat<string?>("one", rows).ToArray()),
        Times = new TimeColumn("when", new long[rows]),
    };

    /// <summary>The same request with gaps in target, groups and times.</summary>
    /// <param name="request">A request of this class.</param>
    public static SplitRequest WithMissing(SplitRequest request)
    {
        string?[] Texts(Column column) => [.. Enumerable.Range(0, request.RowCount).Select(row => row >= 8 && row % 5 == 0 ? null : column.Format(row))];
        var times = new long[request.RowCount];
        ((TimeColumn)request.Times!).Values.CopyTo(times);
        for (var row = 10; row < times.Length; row += 5)
        {
            times[row] = TimeColumn.Missing;
        }

        return request with
        {
            Target = CategoryColumn.FromTexts("answer", Texts(request.Target!)),
            Groups = CategoryColumn.FromTexts("who", Texts(request.Groups!)),
            Times = new TimeColumn("when", times),
        };
    }
}
