using Modelwright.Runtime.Forms.Network;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Formulas.Portable;

/// <summary>The operations of formulas on the numbers of one row. Goes into exported C# as it stands, so that an export and the model are one piece of code.</summary>
/// <remarks>Where two or three values go together, one of a single number counts for every place.</remarks>
internal static class FormulaOperations
{
    internal static void Add(Span<double> to, ReadOnlySpan<double> first, ReadOnlySpan<double> second) => Each(to, first, second, static (one, two) => one + two);

    internal static void Subtract(Span<double> to, ReadOnlySpan<double> first, ReadOnlySpan<double> second) => Each(to, first, second, static (one, two) => one - two);

    internal static void Multiply(Span<double> to, ReadOnlySpan<double> first, ReadOnlySpan<double> second) => Each(to, first, second, static (one, two) => one * two);

    internal static void Divide(Span<double> to, ReadOnlySpan<double> first, ReadOnlySpan<double> second) => Each(to, first, second, static (one, two) => one / two);

    internal static void Minimum(Span<double> to, ReadOnlySpan<double> first, ReadOnlySpan<double> second) => Each(to, first, second, Math.Min);

    internal static void Maximum(Span<double> to, ReadOnlySpan<double> first, ReadOnlySpan<double> second) => Each(to, first, second, Math.Max);

    internal static void AtMost(Span<double> to, ReadOnlySpan<double> first, ReadOnlySpan<double> second) => Each(to, first, second, static (one, two) => one <= two ? 1 : 0);

    internal static void Below(Span<double> to, ReadOnlySpan<double> first, ReadOnlySpan<double> second) => Each(to, first, second, static (one, two) => one < two ? 1 : 0);

    internal static void Same(Span<double> to, ReadOnlySpan<double> first, ReadOnlySpan<double> second) => Each(to, first, second, static (one, two) => one == two ? 1 : 0);

    internal static void Choose(Span<double> to, ReadOnlySpan<double> condition, ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        for (var place = 0; place < to.Length; place++)
        {
            var chosen = At(condition, place) == 0 ? second : first;
            to[place] = At(chosen, place);
        }
    }

    internal static void Missing(Span<double> to, ReadOnlySpan<double> value) => Each(to, value, static one => double.IsNaN(one) ? 1 : 0);

    internal static void Absolute(Span<double> to, ReadOnlySpan<double> value) => Each(to, value, Math.Abs);

    internal static void SquareRoot(Span<double> to, ReadOnlySpan<double> value) => Each(to, value, Math.Sqrt);

    internal static void Exponential(Span<double> to, ReadOnlySpan<double> value) => Each(to, value, PortableMath.Exp);

    internal static void Logarithm(Span<double> to, ReadOnlySpan<double> value) => Each(to, value, PortableMath.Log);

    internal static void LogarithmOfOnePlus(Span<double> to, ReadOnlySpan<double> value) => Each(to, value, PortableMath.Log1p);

    internal static void Sigmoid(Span<double> to, ReadOnlySpan<double> value) => Each(to, value, PortableMath.Sigmoid);

    internal static void CosineOfTurns(Span<double> to, ReadOnlySpan<double> value) => Each(to, value, PortableMath.CosineOfTurns);

    internal static void NormalScore(Span<double> to, ReadOnlySpan<double> value) => Each(to, value, static one => double.IsNaN(one) ? one : NormalQuantile.Of(one));

    internal static void Single(Span<double> to, ReadOnlySpan<double> value) => Each(to, value, static one => (float)one);

    internal static void Mish(Span<double> to, ReadOnlySpan<double> value) => Activate(to, value, NetworkActivation.Mish);

    internal static void Selu(Span<double> to, ReadOnlySpan<double> value) => Activate(to, value, NetworkActivation.Selu);

    internal static void Take(Span<double> to, ReadOnlySpan<double> value, ReadOnlySpan<int> places)
    {
        for (var place = 0; place < to.Length; place++)
        {
            to[place] = value[places[place]];
        }
    }

    internal static void Sum(Span<double> to, ReadOnlySpan<double> value)
    {
        to[0] = 0;
        foreach (var number in value)
        {
            to[0] += number;
        }
    }

    internal static void Largest(Span<double> to, ReadOnlySpan<double> value)
    {
        to[0] = double.NegativeInfinity;
        foreach (var number in value)
        {
            to[0] = Math.Max(to[0], number);
        }
    }

    internal static void Lookup(Span<double> to, ReadOnlySpan<double> index, ReadOnlySpan<double> table) => table.Slice(((int)index[0] + 1) * to.Length, to.Length).CopyTo(to);

    internal static void Rank(Span<double> to, ReadOnlySpan<double> value, ReadOnlySpan<double> ascending) => to[0] = double.IsNaN(value[0]) ? -1 : Count(ascending, value[0], orEqual: false);

    internal static void Reached(Span<double> to, ReadOnlySpan<double> value, ReadOnlySpan<double> ascending) => to[0] = double.IsNaN(value[0]) ? -1 : Count(ascending, value[0], orEqual: true);

    internal static void Find(Span<double> to, ReadOnlySpan<double> value, ReadOnlySpan<double> ascending)
    {
        var place = Count(ascending, value[0], orEqual: false);
        to[0] = place < ascending.Length && ascending[place] == value[0] ? place : -1;
    }

    internal static void Weigh(Span<double> to, ReadOnlySpan<double> value, ReadOnlySpan<double> weights, ReadOnlySpan<double> starts)
    {
        starts.CopyTo(to);
        for (var place = 0; place < value.Length; place++)
        {
            var own = weights.Slice(place * to.Length, to.Length);
            for (var sum = 0; sum < to.Length; sum++)
            {
                to[sum] += value[place] * own[sum];
            }
        }

        foreach (ref var sum in to)
        {
            sum = Math.Clamp(sum, -double.MaxValue, double.MaxValue);
        }
    }

    internal static void Layer(Span<double> to, ReadOnlySpan<double> value, ReadOnlySpan<float> weights, ReadOnlySpan<float> starts)
    {
        for (var sum = 0; sum < to.Length; sum++)
        {
            var total = starts[sum];
            for (int place = 0, weight = sum; place < value.Length; place++, weight += to.Length)
            {
                var product = (float)value[place] * weights[weight];
                total += product;
            }

            to[sum] = total;
        }
    }

    internal static void Waves(Span<double> to, ReadOnlySpan<double> value, float[] frequencies, float[] phases, float[] mixes, float[] offsets)
    {
        var sums = new float[to.Length];
        WaveSums.Fill((float)value[0], frequencies, phases, mixes, offsets, sums);
        for (var sum = 0; sum < sums.Length; sum++)
        {
            to[sum] = sums[sum];
        }
    }

    private static double At(ReadOnlySpan<double> value, int place) => value.Length == 1 ? value[0] : value[place];

    private static void Each(Span<double> to, ReadOnlySpan<double> value, Func<double, double> operation)
    {
        for (var place = 0; place < to.Length; place++)
        {
            to[place] = operation(At(value, place));
        }
    }

    private static void Each(Span<double> to, ReadOnlySpan<double> first, ReadOnlySpan<double> second, Func<double, double, double> operation)
    {
        for (var place = 0; place < to.Length; place++)
        {
            to[place] = operation(At(first, place), At(second, place));
        }
    }

    /// <summary>Eight at once, as the activation takes them; what is left over is filled up with zeros.</summary>
    private static void Activate(Span<double> to, ReadOnlySpan<double> value, NetworkActivation activation)
    {
        Span<float> lanes = stackalloc float[8];
        for (var start = 0; start < to.Length; start += lanes.Length)
        {
            var count = Math.Min(lanes.Length, to.Length - start);
            lanes.Clear();
            for (var place = 0; place < count; place++)
            {
                lanes[place] = (float)value[start + place];
            }

            ActivationValues.Apply(activation, lanes);
            for (var place = 0; place < count; place++)
            {
                to[start + place] = lanes[place];
            }
        }
    }

    /// <summary>How many ascending numbers are below a value, or at most it.</summary>
    private static int Count(ReadOnlySpan<double> ascending, double value, bool orEqual)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (ascending[middle] < value || (orEqual && ascending[middle] == value))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
