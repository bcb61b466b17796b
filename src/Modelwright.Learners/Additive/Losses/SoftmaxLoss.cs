using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Learners.Additive.Losses;

/// <summary>The multinomial loss of three or more classes.</summary>
internal sealed class SoftmaxLoss(BoostTarget target) : BoostLoss(target)
{
    /// <inheritdoc/>
    public override void Advance(RowSlopes slopes, ushort[] cells, double[] updates)
    {
        var rows = Target.Padded;
        var count = updates.Length / Target.Classes;
        ref var weights = ref MemoryMarshal.GetArrayDataReference(slopes.Weights);
        ref var values = ref MemoryMarshal.GetArrayDataReference(Target.Values);
        for (var row = 0; row < rows; row += 4)
        {
            var sum = Powers(slopes, cells.AsSpan(row, 4), updates, count, row);
            var weight = Vector256.LoadUnsafe(ref weights, (nuint)row);
            Slopes(slopes, row, weight, sum, Vector256.LoadUnsafe(ref values, (nuint)row));
        }
    }

    /// <inheritdoc/>
    protected override double One(double[] scores, int row)
    {
        var largest = double.NegativeInfinity;
        for (var at = row; at < scores.Length; at += Target.Padded)
        {
            largest = Math.Max(largest, scores[at]);
        }

        var sum = 0.0;
        for (var at = row; at < scores.Length; at += Target.Padded)
        {
            sum += PortableMath.Exp(scores[at] - largest);
        }

        return PortableMath.Log(sum) - (scores[((int)Target.Values[row] * Target.Padded) + row] - largest);
    }

    /// <summary>Moves the scores of four rows, leaves their powers where the slopes will stand, and gives the sums of these.</summary>
    private Vector256<double> Powers(RowSlopes slopes, ReadOnlySpan<ushort> places, double[] updates, int count, int row)
    {
        ref var scores = ref MemoryMarshal.GetArrayDataReference(slopes.Scores);
        ref var powers = ref MemoryMarshal.GetArrayDataReference(slopes.Gradients);
        var largest = Vector256.Create(double.NegativeInfinity);
        for (var output = 0; output < Target.Classes; output++)
        {
            var (at, from) = ((nuint)((output * Target.Padded) + row), output * count);
            var added = Vector256.Create(updates[from + places[0]], updates[from + places[1]], updates[from + places[2]], updates[from + places[3]]);
            var score = Vector256.LoadUnsafe(ref scores, at) + added;
            score.StoreUnsafe(ref scores, at);
            largest = Vector256.Max(largest, score);
        }

        var sum = Vector256<double>.Zero;
        for (var output = 0; output < Target.Classes; output++)
        {
            var at = (nuint)((output * Target.Padded) + row);
            var power = VectorExponential.Of(Vector256.LoadUnsafe(ref scores, at) - largest);
            power.StoreUnsafe(ref powers, at);
            sum += power;
        }

        return sum;
    }

    private void Slopes(RowSlopes slopes, int row, Vector256<double> weight, Vector256<double> sum, Vector256<double> codes)
    {
        ref var gradients = ref MemoryMarshal.GetArrayDataReference(slopes.Gradients);
        ref var hessians = ref MemoryMarshal.GetArrayDataReference(slopes.Hessians);
        for (var output = 0; output < Target.Classes; output++)
        {
            var at = (nuint)((output * Target.Padded) + row);
            var share = Vector256.LoadUnsafe(ref gradients, at) / sum;
            var truth = Vector256.ConditionalSelect(Vector256.Equals(codes, Vector256.Create((double)output)), Vector256<double>.One, Vector256<double>.Zero);
            (weight * (truth - share)).StoreUnsafe(ref gradients, at);
            (weight * (share * (Vector256<double>.One - share))).StoreUnsafe(ref hessians, at);
        }
    }
}
