namespace Modelwright.Segments;

/// <summary>How a set of known segments is drawn.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Segments">Segments.</param>
/// <param name="Columns">Columns that know of them.</param>
/// <param name="Rows">Rows.</param>
internal sealed record SimulatedRecipe(string Name, int Segments, int Columns, int Rows)
{
    private const int Tries = 300;
    private const double Growth = 1.02;

    /// <summary>What segments look like.</summary>
    public SimulatedShape Shape { get; init; }

    /// <summary>Least distance of centres, in standard deviations of a cloud.</summary>
    public double Apart { get; init; } = 5;

    /// <summary>Each segment has this share of the rows of the one before it.</summary>
    public double Shrink { get; init; } = 1;

    /// <summary>The widest cloud has this many times the spread of the narrowest.</summary>
    public double Spreads { get; init; } = 1;

    /// <summary>Clouds are up to so many times as long as they are wide, each in its own direction.</summary>
    public double Slant { get; init; } = 1;

    /// <summary>Columns are sums of so many hidden ones; 0 where they are on their own.</summary>
    public int Factors { get; init; }

    /// <summary>Above 0, values are exponentials of so many times themselves.</summary>
    public double Skew { get; init; }

    /// <summary>Columns that know nothing.</summary>
    public int NoiseColumns { get; init; }

    /// <summary>Share of rows that lie anywhere and belong to none.</summary>
    public double NoiseRows { get; init; }

    /// <summary>Segments lie in so many groups, far apart; 0 for none.</summary>
    public int Groups { get; init; }

    /// <summary>Draws.</summary>
    public LabelledPoints Draw(int seed)
    {
        var random = new Random((seed * 1000) + Name.Length + (31 * Segments) + Columns);
        var labels = Labels();
        var rows = Shape == SimulatedShape.Clouds ? Clouds(random, labels) : [.. labels.Select(label => Shaped(random, label))];
        Scatter(random, rows, labels);
        double[][] columns =
        [
            .. Enumerable.Range(0, Columns).Select(column => Array.ConvertAll(rows, row => Skew > 0 ? Math.Exp(Skew * row[column]) : row[column])),
            .. Enumerable.Range(0, NoiseColumns).Select(_ => Array.ConvertAll(rows, _ => Normal(random))),
        ];
        return new(Name, LabelledPoints.Scaled(columns), [labels]);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private int[] Labels()
    {
        double[] shares = [.. Enumerable.Range(0, Segments).Select(segment => Math.Pow(Shrink, segment))];
        var labels = new List<int>();
        for (var segment = 0; segment < Segments; segment++)
        {
            labels.AddRange(Enumerable.Repeat(segment, (int)Math.Round(Rows * shares[segment] / shares.Sum())));
        }

        return [.. labels];
    }

    private double[][] Clouds(Random random, int[] labels)
    {
        var dimension = Factors > 0 ? Factors : Columns;
        var centres = Centres(random, dimension);
        double[] spreads = [.. Enumerable.Range(0, Segments).Select(segment => Math.Pow(Spreads, Segments > 1 ? -(double)segment / (Segments - 1) : 0))];
        double[][] directions = [.. Enumerable.Range(0, Segments).Select(_ => Direction(random, dimension))];
        double[][] loadings = [.. Enumerable.Range(0, Columns).Select(_ => Enumerable.Range(0, dimension).Select(_ => Normal(random)).ToArray())];
        return Array.ConvertAll(labels, label =>
        {
            double[] own = [.. Enumerable.Range(0, dimension).Select(_ => spreads[label] * Normal(random) / Math.Sqrt(Slant))];
            var along = own.Zip(directions[label], (value, part) => value * part).Sum() * (Slant - 1);
            double[] place = [.. own.Select((value, axis) => centres[label][axis] + value + (along * directions[label][axis]))];
            return Factors == 0 ? place : [.. loadings.Select(loading => loading.Zip(place, (one, other) => one * other).Sum() + (0.7 * Normal(random)))];
        });
    }

    /// <summary>Centres in a box that grows until they are far enough apart.</summary>
    private double[][] Centres(Random random, int dimension)
    {
        var side = Apart / 2;
        var centres = new List<double[]>();
        for (var tried = 1; centres.Count < Segments; tried++)
        {
            side *= tried % Tries == 0 ? Growth : 1;
            double[] one = [.. Enumerable.Range(0, dimension).Select(_ => side * ((2 * random.NextDouble()) - 1))];
            if (Groups > 0)
            {
                one = [.. one.Select((value, axis) => (value / 2) + (axis == 0 ? 6 * Apart * (centres.Count % Groups) : 0))];
            }

            if (centres.All(other => Math.Sqrt(other.Zip(one, (a, b) => (a - b) * (a - b)).Sum()) >= Apart))
            {
                centres.Add(one);
            }
            else if (tried % Tries == 0)
            {
                centres.Clear();
            }
        }

        return [.. centres];
    }

    private static double[] Direction(Random random, int dimension)
    {
        double[] direction = [.. Enumerable.Range(0, dimension).Select(_ => Normal(random))];
        var length = Math.Sqrt(direction.Sum(value => value * value));
        return Array.ConvertAll(direction, value => value / length);
    }

    private double[] Shaped(Random random, int label)
    {
        var (share, width) = (random.NextDouble(), 0.08 * Normal(random));
        return Shape switch
        {
            SimulatedShape.Rings => [(1 + label + width) * Math.Cos(2 * Math.PI * share), (1 + label + width) * Math.Sin(2 * Math.PI * share)],
            SimulatedShape.Moons => [(label == 0 ? Math.Cos(Math.PI * share) : 1 - Math.Cos(Math.PI * share)) + width, (label == 0 ? Math.Sin(Math.PI * share) : 0.5 - Math.Sin(Math.PI * share)) + (0.08 * Normal(random))],
            SimulatedShape.Stripes => [6 * share, (1.2 * label) + (0.15 * Normal(random)) + (0.3 * Math.Sin(6 * share))],
            _ => [.. Enumerable.Range(0, Columns).Select(_ => random.NextDouble())],
        };
    }

    private void Scatter(Random random, double[][] rows, int[] labels)
    {
        double[] lowest = [.. Enumerable.Range(0, Columns).Select(column => rows.Min(row => row[column]))];
        double[] highest = [.. Enumerable.Range(0, Columns).Select(column => rows.Max(row => row[column]))];
        for (var row = 0; NoiseRows > 0 && row < rows.Length; row++)
        {
            if (random.NextDouble() < NoiseRows)
            {
                (rows[row], labels[row]) = ([.. lowest.Zip(highest, (low, high) => low + ((high - low) * random.NextDouble()))], -1);
            }
        }
    }
}
