using Modelwright.Core.Data;
using Modelwright.Runtime.Steps.Categories.Encoding;

namespace Modelwright.Runtime.Steps.Categories.Ordered;

/// <summary>The order in which training rows come: by chance, or by time and chance among equal times.</summary>
internal static class RandomOrder
{
    /// <summary>Every row once; the same for one seed on every platform.</summary>
    /// <param name="rowCount">Rows.</param>
    /// <param name="seed">Chance.</param>
    /// <param name="times">When each row was; null leaves all to chance. Missing times come first.</param>
    internal static int[] Of(int rowCount, int seed, Column? times = null)
    {
        var order = new int[rowCount];
        for (var row = 0; row < rowCount; row++)
        {
            order[row] = row;
        }

        var state = (ulong)(uint)seed;
        for (var last = rowCount - 1; last > 0; last--)
        {
            var other = (int)Math.BigMul(FoldDealing.Next(ref state), (ulong)last + 1, out _);
            (order[last], order[other]) = (order[other], order[last]);
        }

        return times switch
        {
            TimeColumn column => InTime(order, row => column.Values.At(row)),
            NumberColumn column => InTime(order, row => column.Values.At(row)),
            _ => order,
        };
    }

    private static int[] InTime<T>(int[] order, Func<int, T> timeOf) => [.. order.OrderBy(timeOf)];
}
