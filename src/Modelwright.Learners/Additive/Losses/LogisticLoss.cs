using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Learners.Additive.Losses;

/// <summary>The logistic loss of two classes.</summary>
internal sealed class LogisticLoss(BoostTarget target) : BoostLoss(target)
{
    /// <inheritdoc/>
    public override void Advance(RowSlopes slopes, ushort[] cells, double[] updates)
    {
        ref var scores = ref MemoryMarshal.GetArrayDataReference(slopes.Scores);
        ref var gradients = ref MemoryMarshal.GetArrayDataReference(slopes.Gradients);
        ref var hessians = ref MemoryMarshal.GetArrayDataReference(slopes.Hessians);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(slopes.Weights);
        ref var values = ref MemoryMarshal.GetArrayDataReference(Target.Values);
        for (var row = 0; row < Target.Padded; row += 4)
        {
            var at = (nuint)row;
            var places = cells.AsSpan(row, 4);
            var score = Vector256.LoadUnsafe(ref scores, at) + Vector256.Create(updates[places[0]], updates[places[1]], updates[places[2]], updates[places[3]]);
            var second = Vector256<double>.One / (Vector256<double>.One + VectorExponential.Of(-score));
            var weight = Vector256.LoadUnsafe(ref weights, at);
            score.StoreUnsafe(ref scores, at);
            (weight * (Vector256.LoadUnsafe(ref values, at) - second)).StoreUnsafe(ref gradients, at);
            (weight * (second * (Vector256<double>.One - second))).StoreUnsafe(ref hessians, at);
        }
    }

    /// <inheritdoc/>
    protected override double One(double[] scores, int row)
    {
        // ln(1 + e^-s) for the second class and ln(1 + e^s) for the first, without a power that leaves the range.
        var score = Target.Values[row] > 0 ? scores[row] : -scores[row];
        return Math.Max(0, -score) + PortableMath.Log1p(PortableMath.Exp(-Math.Abs(score)));
    }
}
