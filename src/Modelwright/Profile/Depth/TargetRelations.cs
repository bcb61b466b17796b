using Modelwright.Profile.Relations;

namespace Modelwright.Profile.Depth;

/// <summary>What each column tells of the target.</summary>
internal sealed class TargetRelations(DepthGround ground)
{
    private const int Tenths = 10;
    private readonly byte[] _folds = PredictivePower.FoldsOf(ground.Known.Length, seed: 0);
    private readonly (int[] Codes, int Count) _target = ground.Outcome is { } outcome
        ? outcome.IsClasses ? (outcome.Classes, outcome.ClassCount) : (Array.ConvertAll(outcome.Ranks, rank => Math.Min(Tenths - 1, (int)(rank * Tenths))), Tenths)
        : ([], 0);

    /// <summary>See <see cref="ColumnDepth.Power"/>.</summary>
    public double Power(DepthColumn column) => PredictivePower.Of(column.Bins.Take(ground.Known), ground.Outcome!, _folds);

    /// <summary>See <see cref="ColumnDepth.MutualInformation"/>.</summary>
    public double MutualInformation(DepthColumn column) => Of(column.Bins.Take(ground.Known), _target.Codes, _target.Count);

    internal static double Of(BinnedColumn bins, int[] target, int classes)
    {
        double rows = target.Length;
        var joint = new double[bins.Count * classes];
        var (ofBin, ofClass) = (new double[bins.Count], new double[classes]);
        for (var row = 0; row < target.Length; row++)
        {
            joint[(bins.Codes[row] * classes) + target[row]]++;
            ofBin[bins.Codes[row]]++;
            ofClass[target[row]]++;
        }

        // Miller and Madow: each entropy is too small by (cells - 1) / 2n.
        var entropy = Entropy(ofClass, rows);
        var information = Entropy(ofBin, rows) + entropy - Entropy(joint, rows);
        return entropy <= 0 ? 0 : Math.Clamp(information / entropy, 0, 1);
    }

    private static double Entropy(double[] counts, double rows)
    {
        var (entropy, cells) = (0.0, 0);
        foreach (var count in counts)
        {
            if (count > 0)
            {
                entropy -= count / rows * Math.Log(count / rows);
                cells++;
            }
        }

        return entropy + ((cells - 1) / (2 * rows));
    }
}
