namespace Modelwright.Learners.Linear;

/// <summary>What the last steps told about curvature, and the direction that follows from it (Nocedal 1980, two loops).</summary>
/// <param name="curvatures">About the curvature along each parameter: without it, strongly and weakly penalised ones slow each other down.</param>
internal sealed class QuasiNewton(double[] curvatures)
{
    private const int Memory = 10;

    /// <summary>Curvature under this part of the slopes' change is rounding.</summary>
    private const double LeastCurvature = 1e-12;

    private readonly List<(double[] Step, double[] Change, double Inverse)> _pairs = [];

    /// <summary>Whether nothing is known yet.</summary>
    public bool IsEmpty => _pairs.Count == 0;

    /// <summary>Forgets all steps.</summary>
    public void Forget() => _pairs.Clear();

    /// <summary>Notes a step.</summary>
    public void Remember(double[] from, double[] to, double[] slopesFrom, double[] slopesTo)
    {
        var (step, change) = (new double[from.Length], new double[from.Length]);
        for (var place = 0; place < step.Length; place++)
        {
            step[place] = to[place] - from[place];
            change[place] = slopesTo[place] - slopesFrom[place];
        }

        var curvature = Vectors.Dot(step, change);
        if (curvature > LeastCurvature * Vectors.Dot(change, change))
        {
            _pairs.Add((step, change, 1 / curvature));
        }

        if (_pairs.Count > Memory)
        {
            _pairs.RemoveAt(0);
        }
    }

    /// <summary>The direction to go from a point with these slopes.</summary>
    public double[] Direction(double[] slopes)
    {
        var direction = new double[slopes.Length];
        for (var place = 0; place < direction.Length; place++)
        {
            direction[place] = -slopes[place];
        }

        if (IsEmpty)
        {
            return Divided(direction, 1);
        }

        var shares = new double[_pairs.Count];
        for (var pair = _pairs.Count - 1; pair >= 0; pair--)
        {
            shares[pair] = _pairs[pair].Inverse * Vectors.Dot(_pairs[pair].Step, direction);
            Vectors.AddScaled(_pairs[pair].Change, -shares[pair], direction);
        }

        var (_, change, inverse) = _pairs[^1];
        Divided(direction, 1 / (inverse * Vectors.Dot(change, Divided([.. change], 1))));

        for (var pair = 0; pair < _pairs.Count; pair++)
        {
            var share = _pairs[pair].Inverse * Vectors.Dot(_pairs[pair].Change, direction);
            Vectors.AddScaled(_pairs[pair].Step, shares[pair] - share, direction);
        }

        return direction;
    }

    private double[] Divided(double[] values, double scale)
    {
        for (var place = 0; place < values.Length; place++)
        {
            values[place] *= scale / curvatures[place];
        }

        return values;
    }
}
