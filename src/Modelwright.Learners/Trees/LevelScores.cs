namespace Modelwright.Learners.Trees;

/// <summary>One number a level by which levels are put in order.</summary>
internal static class LevelScores
{
    /// <summary>Steps of the power method; an order needs no digits.</summary>
    private const int PowerSteps = 50;

    /// <summary>The scores of the kept levels.</summary>
    /// <param name="codes">The level of each row, -1 for missing.</param>
    /// <param name="kept">The levels to score.</param>
    /// <param name="target">The target.</param>
    public static double[] Of(int[] codes, int[] kept, ForestTarget target)
    {
        var place = new Dictionary<int, int>();
        for (var index = 0; index < kept.Length; index++)
        {
            place.Add(kept[index], index);
        }

        var width = Math.Max(1, target.Classes);
        var shares = new double[kept.Length * width];
        var weights = new double[kept.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            if (place.TryGetValue(codes[row], out var index))
            {
                var weight = target.Weight(row);
                weights[index] += weight;
                shares[(index * width) + (target.Classes > 0 ? target.Codes[row] : 0)] += weight * (target.Classes > 0 ? 1 : target.Values[row]);
            }
        }

        for (var cell = 0; cell < shares.Length; cell++)
        {
            shares[cell] /= weights[cell / width];
        }

        return width == 1 ? shares : FirstComponent(shares, weights, width);
    }

    /// <summary>The first principal component of the rows of shares, each counted by its weight.</summary>
    private static double[] FirstComponent(double[] shares, double[] weights, int width)
    {
        Center(shares, weights, width);
        var direction = new double[width];
        for (var label = 0; label < width; label++)
        {
            direction[label] = 1.0 + label;
        }

        var scores = Project(shares, direction, weights.Length);
        for (var step = 0; step < PowerSteps; step++)
        {
            Array.Clear(direction);
            for (var cell = 0; cell < shares.Length; cell++)
            {
                direction[cell % width] += weights[cell / width] * scores[cell / width] * shares[cell];
            }

            var length = Math.Sqrt(direction.Sum(part => part * part));
            if (!(length > 0))
            {
                break;
            }

            for (var label = 0; label < width; label++)
            {
                direction[label] /= length;
            }

            scores = Project(shares, direction, weights.Length);
        }

        return scores;
    }

    private static void Center(double[] shares, double[] weights, int width)
    {
        var sum = weights.Sum();
        for (var label = 0; label < width; label++)
        {
            var mean = 0.0;
            for (var index = 0; index < weights.Length; index++)
            {
                mean += shares[(index * width) + label] * weights[index] / sum;
            }

            for (var index = 0; index < weights.Length; index++)
            {
                shares[(index * width) + label] -= mean;
            }
        }
    }

    private static double[] Project(double[] shares, double[] direction, int levels)
    {
        var scores = new double[levels];
        for (var cell = 0; cell < shares.Length; cell++)
        {
            scores[cell / direction.Length] += shares[cell] * direction[cell % direction.Length];
        }

        return scores;
    }
}
