using Modelwright.Exporting.Onnx.Messages;
using Modelwright.Runtime.Forms.Network;

namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>
/// What networks do in single precision, values in and out too, every product and sum rounded apart and in the network's own order: a product of matrices would add in an order of its own,
/// and a network of many places would drift by more than the sixth decimal.
/// </summary>
/// <remarks>The functions are those of PortableVectors and of the network's layers, operation by operation.</remarks>
internal static class SingleNodes
{
    private const float SeluAlpha = 1.6732632f;
    private const float SeluScale = 1.050701f;
    private const float MostMish = 20;
    private const float MostExponent = 87;
    private const float OneByLogOfTwo = 1.442695f;
    private const float LogOfTwoHigh = 0.693359375f;
    private const float LogOfTwoLow = -2.12194440e-4f;

    /// <summary>Adding it rounds to a whole number.</summary>
    private const float Shifter = 12582912;
    private const float MostTurns = 1 << 20;
    private const int FarthestPower = 126;
    private const int Lanes = 8;

    /// <summary>Products that are held at one time, by place of the operand.</summary>
    private const int PlacesAtOnce = 64;

    private static readonly float[] ExponentialSeries = [1 / 5040f, 1 / 720f, 1 / 120f, 1 / 24f, 1 / 6f, 0.5f, 1, 1];
    private static readonly float[] SineSeries = [-1 / 39916800f, 1 / 362880f, -1 / 5040f, 1 / 120f, -1 / 6f, 1];

    /// <summary>x tanh(ln(1 + e^x)).</summary>
    internal static string Mish(OnnxGraph graph, string sum)
    {
        var two = Constant(graph, 2);
        var power = Exponential(graph, sum, MostMish);
        var part = graph.Add("Mul", power, graph.Add("Add", power, two));
        return graph.Add("Mul", sum, graph.Add("Div", part, graph.Add("Add", part, two)));
    }

    /// <summary>The scaled exponential linear unit.</summary>
    internal static string Selu(OnnxGraph graph, string sum)
    {
        var zero = Constant(graph, 0);
        var power = graph.Add("Sub", Exponential(graph, sum, 0), Constant(graph, 1));
        var below = graph.Add("Mul", Constant(graph, SeluScale * SeluAlpha), power);
        return graph.Add("Where", graph.Add("Less", zero, sum), graph.Add("Mul", sum, Constant(graph, SeluScale)), below);
    }

    /// <summary>Weighted sums: each begins at its start, then the products of the first place, of the second and so on are added.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="value">Numbers side by side.</param>
    /// <param name="weights">Places x sums.</param>
    /// <param name="starts">One a sum.</param>
    internal static string Layer(OnnxGraph graph, string value, double[] weights, double[] starts)
    {
        var (places, sums) = (weights.Length / starts.Length, starts.Length);
        var from = graph.Add("Unsqueeze", value, graph.Integers(2));
        var total = graph.Add("Add", Row(graph, starts), Products(graph, from, weights, sums, (0, 1)));
        for (var place = 1; place < places; place += PlacesAtOnce)
        {
            var count = Math.Min(PlacesAtOnce, places - place);
            total = RunningSums.Last(graph, total, Products(graph, from, weights, sums, (place, count)), count);
        }

        return graph.Add("Squeeze", total, graph.Integers(1));
    }

    /// <summary>Rows x places x sums.</summary>
    private static string Products(OnnxGraph graph, string from, double[] weights, int sums, (int First, int Count) places) => graph.Add(
        "Mul",
        Places(graph, from, places.First, places.Count, axis: 1),
        Constant(graph, Narrow(weights.AsSpan(places.First * sums, places.Count * sums)), places.Count, sums));

    /// <summary>Row index + 1 of a table; the index is in double precision.</summary>
    internal static string Lookup(OnnxGraph graph, string index, double[] table, int width) =>
        TableNodes.Lookup(graph, index, new OnnxTensor(Narrow(table), table.Length / width, width));

    /// <summary>Sums of cosines of several numbers, eight cosines side by side.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="values">The numbers side by side.</param>
    /// <param name="waves">Those of each number, all of as many cosines and sums.</param>
    /// <returns>Rows x numbers x sums.</returns>
    internal static string Waves(OnnxGraph graph, string values, IReadOnlyList<NumberWaves> waves)
    {
        var (numbers, cosines, sums) = (waves.Count, waves[0].Count, waves[0].Width);
        var repeated = graph.Add("Unsqueeze", values, graph.Integers(2));
        var turns = graph.Add("Add", graph.Add("Mul", repeated, Constant(graph, [.. waves.SelectMany(own => own.Frequencies)], numbers, cosines)), Constant(graph, [.. waves.SelectMany(own => own.Phases)], numbers, cosines));
        var all = CosineOfTurns(graph, turns);
        var parts = "";
        for (var wave = 0; wave < cosines; wave += Lanes)
        {
            var own = graph.Add("Unsqueeze", Places(graph, all, wave, Lanes, axis: 2), graph.Integers(2));
            var products = graph.Add("Mul", own, Constant(graph, [.. waves.SelectMany(number => Mixes(number, wave))], numbers, sums, Lanes));
            parts = wave == 0 ? products : graph.Add("Add", parts, products);
        }

        for (var lanes = Lanes / 2; lanes > 0; lanes /= 2)
        {
            parts = graph.Add("Add", Places(graph, parts, 0, lanes, axis: 3), Places(graph, parts, lanes, lanes, axis: 3));
        }

        return graph.Add("Add", Constant(graph, [.. waves.SelectMany(own => own.Offsets)], numbers, sums), graph.Add("Squeeze", parts, graph.Integers(3)));
    }

    /// <summary>e to powers from -87 to some largest one, below 87; the power of two is looked up, so that it is exact.</summary>
    private static string Exponential(OnnxGraph graph, string exponents, float most)
    {
        var held = Held(graph, exponents, -MostExponent, most);
        var whole = Whole(graph, graph.Add("Mul", held, Constant(graph, OneByLogOfTwo)));
        var high = graph.Add("Sub", held, graph.Add("Mul", whole, Constant(graph, LogOfTwoHigh)));
        var rest = graph.Add("Sub", high, graph.Add("Mul", whole, Constant(graph, LogOfTwoLow)));
        var there = graph.Add("Where", graph.Add("IsNaN", whole), Constant(graph, 0), whole);
        var power = graph.Cast(graph.Add("Add", there, Constant(graph, FarthestPower)), OnnxElement.Integer);
        float[] powers = [.. Enumerable.Range(-FarthestPower, (2 * FarthestPower) + 1).Select(exponent => MathF.ScaleB(1, exponent))];
        return graph.Add("Mul", Series(graph, rest, ExponentialSeries), graph.Add("Gather", Constant(graph, powers, powers.Length), power));
    }

    private static string CosineOfTurns(OnnxGraph graph, string turns)
    {
        var held = Held(graph, turns, -MostTurns, MostTurns);
        var part = graph.Add("Sub", held, Whole(graph, held));
        var angle = graph.Add("Mul", graph.Add("Sub", Constant(graph, 0.25f), graph.Add("Abs", part)), Constant(graph, 6.2831855f));
        return graph.Add("Mul", angle, Series(graph, graph.Add("Mul", angle, angle), SineSeries));
    }

    private static string Whole(OnnxGraph graph, string value) => graph.Add("Sub", graph.Add("Add", value, Constant(graph, Shifter)), Constant(graph, Shifter));

    private static string Series(OnnxGraph graph, string value, float[] coefficients) =>
        ElementNodes.Polynomial(graph, value, [.. coefficients.Select(coefficient => Constant(graph, coefficient))]);

    /// <summary>Held between two ends. NaN may stay or become an end.</summary>
    private static string Held(OnnxGraph graph, string value, float least, float most) => graph.Add("Clip", value, End(graph, least), End(graph, most));

    private static string End(OnnxGraph graph, float number) => Constant(graph, [number], []);

    /// <summary>Sums x lanes: the weights of eight cosines.</summary>
    private static float[] Mixes(NumberWaves waves, int wave)
    {
        var mixes = new float[waves.Width * Lanes];
        for (var sum = 0; sum < waves.Width; sum++)
        {
            waves.Mixes.AsSpan((sum * waves.Count) + wave, Lanes).CopyTo(mixes.AsSpan(sum * Lanes));
        }

        return mixes;
    }

    private static string Places(OnnxGraph graph, string value, int first, int count, int axis) =>
        graph.AddWith("Gather", [value, graph.Integers([.. Enumerable.Range(first, count).Select(place => (long)place)])], OnnxAttribute.Of("axis", axis));

    private static string Constant(OnnxGraph graph, float number) => Constant(graph, [number], 1, 1);

    private static string Constant(OnnxGraph graph, float[] numbers, params long[] shape) => graph.Constant(new OnnxTensor(numbers, shape));

    private static string Row(OnnxGraph graph, ReadOnlySpan<double> numbers) => Constant(graph, Narrow(numbers), 1, numbers.Length);

    private static float[] Narrow(ReadOnlySpan<double> numbers)
    {
        var narrow = new float[numbers.Length];
        for (var place = 0; place < narrow.Length; place++)
        {
            narrow[place] = (float)numbers[place];
        }

        return narrow;
    }
}
