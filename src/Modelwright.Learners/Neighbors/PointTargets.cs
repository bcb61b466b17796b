using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Learners.Neighbors;

/// <summary>What the rows of each point were answered.</summary>
internal static class PointTargets
{
    /// <summary>Half a row that knows nothing but the shares of the classes is added to every vote, so that no class is impossible (Krichevsky and Trofimov 1981).</summary>
    private const double Doubt = 0.5;

    /// <summary>The mean of each point's rows.</summary>
    public static NumberTargets Numbers(TrainingSet data, PointSet points)
    {
        var values = ((NumberColumn)data.Target!).Values;
        var (masses, means) = (new double[points.Count], new double[points.Count]);
        for (var place = 0; place < points.Rows.Length; place++)
        {
            var point = points.PointOf[place];
            masses[point] += points.Masses[place];
            var share = points.Masses[place] / masses[point];
            means[point] = (means[point] * (1 - share)) + (values.At(points.Rows[place]) * share);
        }

        return new(masses, means);
    }

    /// <summary>The classes of each point's rows.</summary>
    public static ClassTargets Classes(TrainingSet data, PointSet points)
    {
        var codes = ((CategoryColumn)data.Target!).Codes;
        var keys = new ulong[points.Rows.Length];
        var masses = (double[])points.Masses.Clone();
        for (var place = 0; place < keys.Length; place++)
        {
            keys[place] = ((ulong)points.PointOf[place] << 32) | (uint)codes.At(points.Rows[place]);
        }

        Array.Sort(keys, masses);
        var entries = 0;
        var counts = new int[points.Count];
        for (var place = 0; place < keys.Length; place++)
        {
            if (entries > 0 && keys[entries - 1] == keys[place])
            {
                masses[entries - 1] += masses[place];
                continue;
            }

            (keys[entries], masses[entries]) = (keys[place], masses[place]);
            counts[keys[place] >> 32]++;
            entries++;
        }

        return new(counts, [.. keys[..entries].Select(key => (int)(uint)key)], masses[..entries], Doubts(data));
    }

    private static double[] Doubts(TrainingSet data)
    {
        var codes = ((CategoryColumn)data.Target!).Codes;
        var largest = data.Weights?.Max() ?? 1;
        var sums = data.Classes.Select(_ => 0.0).ToArray();
        for (var row = 0; row < codes.RowCount; row++)
        {
            sums[codes.At(row)] += (data.Weights?[row] ?? 1) / largest;
        }

        var whole = sums.Sum() + (Doubt * sums.Length);
        return [.. sums.Select(sum => Doubt * ((sum + Doubt) / whole))];
    }
}
