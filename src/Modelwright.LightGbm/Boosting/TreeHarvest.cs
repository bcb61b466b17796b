using Modelwright.LightGbm.Interop;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.LightGbm.Boosting;

/// <summary>Takes trees out of a booster, some rounds at a time, so that the text of a large model is never held whole.</summary>
internal static class TreeHarvest
{
    private const int TreesAtOnce = 256;

    /// <summary>The trees of the first rounds.</summary>
    /// <param name="booster">Trained.</param>
    /// <param name="rounds">How many rounds to take.</param>
    /// <param name="outputs">Trees a round.</param>
    /// <param name="scale">What leaf values are multiplied by.</param>
    internal static List<Tree> Take(BoosterHandle booster, int rounds, int outputs, double scale)
    {
        var trees = new List<Tree>(rounds * outputs);
        var buffer = new byte[1 << 16];
        var step = Math.Max(1, TreesAtOnce / outputs);
        for (var start = 0; start < rounds; start += step)
        {
            TreeText.Read(booster.Save(start, Math.Min(step, rounds - start), ref buffer), scale, trees);
        }

        return trees;
    }
}
