namespace Modelwright.Learners.Additive;

/// <summary>
/// A column. Its bins stand in their order, those of a category in the order of their slopes at the time; bin 0, of missing
/// values and rare levels, is a leaf of its own.
/// </summary>
internal sealed class BoostedColumn(BinnedInput input) : BoostedTerm(input.Bins, input.Count)
{
    /// <summary>Second derivative that a level is thought to have seen besides its own: levels of few rows stand in the middle.</summary>
    private const double LevelSmoothing = 10;

    /// <inheritdoc/>
    public override void Grow(ReadOnlySpan<Cell> histogram, GrowRule rule, CutDraw? random, GrowSpace space, Span<double> updates)
    {
        var range = space.Range;
        var order = range.Order.AsSpan(0, Count - 1);
        for (var place = 0; place < order.Length; place++)
        {
            order[place] = place + 1;
        }

        if (input.IsCategory)
        {
            var keys = range.Keys.AsSpan(0, order.Length);
            for (var place = 0; place < keys.Length; place++)
            {
                ref readonly var cell = ref histogram[place + 1];
                keys[place] = cell.Gradient / (cell.Hessian + LevelSmoothing);
            }

            keys.Sort(order);
        }

        range.Enter(histogram, order, rule);
        var (first, second) = random is null || input.IsCategory ? range.Best(order.Length) : range.Drawn(order.Length, random);
        Write(order, 0, first, range, updates);
        Write(order, first, second, range, updates);
        Write(order, second, order.Length, range, updates);
        if (histogram[0].Rows >= rule.MinSamplesLeaf)
        {
            updates[0] = rule.Step(histogram[0].Gradient, histogram[0].Hessian);
        }
    }

    private static void Write(ReadOnlySpan<int> order, int start, int end, RangeTree range, Span<double> updates)
    {
        if (start < end)
        {
            var step = range.Step(start, end);
            foreach (var bin in order[start..end])
            {
                updates[bin] = step;
            }
        }
    }
}
