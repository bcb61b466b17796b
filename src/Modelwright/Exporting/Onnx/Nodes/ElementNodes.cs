namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>
/// Operations place by place that ONNX has not, has not in double precision, or leaves open for missing numbers, made of those whose results IEEE 754 fixes and of
/// exponentials and logarithms.
/// </summary>
internal static class ElementNodes
{
    /// <summary>Beyond this e to the power is beyond the range of numbers.</summary>
    private const double MostExponent = 709.782712893384;

    /// <summary>The smaller of two; NaN where one is.</summary>
    internal static string Minimum(OnnxGraph graph, string first, string second) => Chosen(graph, graph.Add("Less", first, second), first, second);

    /// <summary>The larger of two; NaN where one is.</summary>
    internal static string Maximum(OnnxGraph graph, string first, string second) => Chosen(graph, graph.Add("Less", second, first), first, second);

    /// <summary>At most a number; NaN stays.</summary>
    internal static string AtMost(OnnxGraph graph, string value, double most)
    {
        var end = graph.Constant(most);
        return graph.Add("Where", graph.Add("Less", end, value), end, value);
    }

    /// <summary>At least a number; NaN stays.</summary>
    internal static string AtLeast(OnnxGraph graph, string value, double least)
    {
        var end = graph.Constant(least);
        return graph.Add("Where", graph.Add("Less", value, end), end, value);
    }

    /// <summary>Within the range of numbers; NaN stays.</summary>
    internal static string Held(OnnxGraph graph, string value) => AtLeast(graph, AtMost(graph, value, double.MaxValue), -double.MaxValue);

    /// <summary>e to a power; what is beyond the range of numbers is infinity on every machine.</summary>
    internal static string Exponential(OnnxGraph graph, string value) =>
        graph.Add("Where", graph.Add("Less", graph.Constant(MostExponent), value), graph.Constant(double.PositiveInfinity), graph.Add("Exp", value));

    /// <summary>The logarithm of 1 plus a number, exact also for tiny ones: what the sum with 1 lost is added behind.</summary>
    internal static string LogarithmOfOnePlus(OnnxGraph graph, string value)
    {
        var (zero, one) = (graph.Constant(0), graph.Constant(1));
        var sum = graph.Add("Add", one, value);
        var lost = graph.Add("Where", graph.Add("Less", value, one), graph.Add("Sub", value, graph.Add("Sub", sum, one)), graph.Add("Sub", one, graph.Add("Sub", sum, value)));
        var logarithm = graph.Add("Log", sum);
        var whole = graph.Add("Add", logarithm, graph.Add("Div", lost, sum));
        var isWithin = graph.Add("And", graph.Add("Less", zero, sum), graph.Add("LessOrEqual", sum, graph.Constant(double.MaxValue)));
        return graph.Add("Where", graph.Add("Equal", sum, one), value, graph.Add("Where", isWithin, whole, logarithm));
    }

    /// <summary>1 / (1 + e^-x), without a power that leaves the range of numbers.</summary>
    internal static string Sigmoid(OnnxGraph graph, string value)
    {
        var (zero, one) = (graph.Constant(0), graph.Constant(1));
        var power = graph.Add("Exp", graph.Add("Neg", graph.Add("Abs", value)));
        var top = graph.Add("Where", graph.Add("LessOrEqual", zero, value), one, power);
        return graph.Add("Div", top, graph.Add("Add", one, power));
    }

    /// <summary>The cosine of 2 pi times a number: whole turns are cut off without an error; the rest goes, as the sine of at most a quarter turn, through its Taylor series.</summary>
    internal static string CosineOfTurns(OnnxGraph graph, string value)
    {
        const int LastPower = 23;
        var turns = graph.Add("Floor", graph.Add("Add", value, graph.Constant(0.5)));
        var apart = graph.Add("Sub", graph.Constant(0.25), graph.Add("Abs", graph.Add("Sub", value, turns)));
        var angle = graph.Add("Mul", apart, graph.Constant(double.Tau));
        var square = graph.Add("Mul", angle, angle);
        var coefficients = new List<double> { 1 };
        for (var power = 3; power <= LastPower; power += 2)
        {
            coefficients.Add(-coefficients[^1] / (power * (power - 1)));
        }

        coefficients.Reverse();
        return graph.Add("Mul", angle, Polynomial(graph, square, [.. coefficients.Select(graph.Constant)]));
    }

    /// <summary>A polynomial by Horner's rule, the coefficient of the highest power first.</summary>
    internal static string Polynomial(OnnxGraph graph, string value, IReadOnlyList<string> coefficients)
    {
        var sum = coefficients[0];
        foreach (var coefficient in coefficients.Skip(1))
        {
            sum = graph.Add("Add", graph.Add("Mul", sum, value), coefficient);
        }

        return sum;
    }

    /// <summary>The first where the flag or its being NaN says so; a NaN of the second gives no flag, and is chosen.</summary>
    private static string Chosen(OnnxGraph graph, string flag, string first, string second) =>
        graph.Add("Where", graph.Add("Or", flag, graph.Add("IsNaN", first)), first, second);
}
