using Modelwright.Exporting.Onnx.Messages;

namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>The inverse of the standard normal distribution: six polynomials side by side, in a third dimension, of which two are divided.</summary>
/// <remarks>Wichura 1988, Algorithm AS 241: The percentage points of the normal distribution (PPND16).</remarks>
internal static class NormalQuantileNodes
{
    /// <summary>From the middle: where the first pair of polynomials holds.</summary>
    private const double Middle = 0.425;

    /// <summary>The root of minus the logarithm up to which the second pair holds; beyond it is the third.</summary>
    private const double Side = 5;

    /// <summary>Power by power from the highest: tops and bottoms of the middle, the sides and the ends.</summary>
    private static readonly double[][] Coefficients =
    [
        [2509.0809287301226727, 5226.495278852854561, 7.7454501427834140764e-4, 1.05075007164441684324e-9, 2.01033439929228813265e-7, 2.04426310338993978564e-15],
        [33430.575583588128105, 28729.085735721942674, 0.0227238449892691845833, 5.475938084995344946e-4, 2.71155556874348757815e-5, 1.4215117583164458887e-7],
        [67265.770927008700853, 39307.89580009271061, 0.24178072517745061177, 0.0151986665636164571966, 0.0012426609473880784386, 1.8463183175100546818e-5],
        [45921.953931549871457, 21213.794301586595867, 1.27045825245236838258, 0.14810397642748007459, 0.026532189526576123093, 7.868691311456132591e-4],
        [13731.693765509461125, 5394.1960214247511077, 3.64784832476320460504, 0.68976733498510000455, 0.29656057182850489123, 0.0148753612908506148525],
        [1971.5909503065514427, 687.1870074920579083, 5.7694972214606914055, 1.6763848301838038494, 1.7848265399172913358, 0.13692988092273580531],
        [133.14166789178437745, 42.313330701600911252, 4.6303378461565452959, 2.05319162663775882187, 5.4637849111641143699, 0.59983220655588793769],
        [3.387132872796366608, 1, 1.42343711074968357734, 1, 6.6579046435011037772, 1],
    ];

    /// <summary>Adds the nodes.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="share">Shares above 0 and below 1; NaN stays.</param>
    /// <returns>What a share of the distribution lies below.</returns>
    internal static string Add(OnnxGraph graph, string share)
    {
        var apart = graph.Add("Sub", share, graph.Constant(0.5));
        var isLow = graph.Add("Less", apart, graph.Constant(0));
        var middle = graph.Add("Sub", graph.Constant(0.180625), graph.Add("Mul", apart, apart));
        var tail = graph.Add("Where", isLow, share, graph.Add("Sub", graph.Constant(1), share));
        var root = graph.Add("Sqrt", graph.Add("Neg", graph.Add("Log", tail)));
        var side = graph.Add("Sub", root, graph.Constant(1.6));
        var end = graph.Add("Sub", root, graph.Constant(Side));
        string[] places = [.. new[] { middle, middle, side, side, end, end }.Select(value => graph.Add("Unsqueeze", value, graph.Integers(-1)))];
        var sums = ElementNodes.Polynomial(graph, graph.AddWith("Concat", places, OnnxAttribute.Of("axis", -1)), [.. Coefficients.Select(graph.Row)]);

        var size = graph.Add("Where", graph.Add("LessOrEqual", root, graph.Constant(Side)), Quotient(graph, sums, 2), Quotient(graph, sums, 4));
        var outer = graph.Add("Where", isLow, graph.Add("Neg", size), size);
        var inner = graph.Add("Mul", apart, Quotient(graph, sums, 0));
        return graph.Add("Where", graph.Add("LessOrEqual", graph.Add("Abs", apart), graph.Constant(Middle)), inner, outer);
    }

    private static string Quotient(OnnxGraph graph, string sums, long top) => graph.Add("Div", Place(graph, sums, top), Place(graph, sums, top + 1));

    private static string Place(OnnxGraph graph, string sums, long place) =>
        graph.AddWith("Gather", [sums, graph.Integer(place)], OnnxAttribute.Of("axis", -1));
}
