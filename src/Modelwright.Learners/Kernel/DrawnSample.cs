using Modelwright.Core.Learning;

namespace Modelwright.Learners.Kernel;

/// <summary>Draws the rows that are learned from, where there are more than may be.</summary>
internal static class DrawnSample
{
    private const int Stream = 0x0D0A;

    /// <summary>The set, or so many of its rows, in their order.</summary>
    public static TrainingSet Of(TrainingSet data, int most, int seed)
    {
        var count = data.Features.RowCount;
        if (count <= most)
        {
            return data;
        }

        int[] rows = [.. Enumerable.Range(0, count)];
        var random = new SeededRandom(seed, Stream);
        for (var place = 0; place < most; place++)
        {
            var other = place + random.Below(count - place);
            (rows[place], rows[other]) = (rows[other], rows[place]);
        }

        var drawn = rows[..most];
        Array.Sort(drawn);
        return data with
        {
            Features = data.Features.Take(drawn),
            Target = data.Target!.Take(drawn),
            Weights = data.Weights is { } weights ? [.. drawn.Select(row => weights[row])] : null,
        };
    }
}
