using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Network;

namespace Modelwright.Runtime.Tests.Forms;

/// <summary>Small networks over 'Tenure' (centre 10, scale 0.5), 'Age' (centre 40, scale 0.1, marked) and 'Plan' of two levels.</summary>
internal static class NetworkForms
{
    internal static FormInput[] Inputs { get; } =
        [new("Tenure", ColumnType.Number, []), new("Age", ColumnType.Number, []), new("Plan", ColumnType.Category, ["basic", "gold"])];

    /// <summary>One layer: what comes in are both places, the marker of 'Age', then missing, basic and gold.</summary>
    internal static TableNetwork Plain { get; } = new(Inputs, [new([1, 2, 4, 0.5f, -1, 3], [0.25f])])
    {
        Centers = [10, 40],
        Scales = [0.5, 0.1],
        Marked = [1],
        LevelWidths = [0],
    };

    internal static NumberNetworkForm Numbers => new(Plain, new(100, 10, -1e6, 1e6));

    internal static NumberNetworkForm Waves => new(Deep(NetworkActivation.Mish, 1, hasWaves: true), new(0, 1, -50, 50));

    internal static ClassNetworkForm TwoClasses => new(Deep(NetworkActivation.Selu, 1, hasWaves: false), ["no", "yes"], ProbabilityLink.Logistic);

    internal static ClassNetworkForm ThreeClasses => new(Deep(NetworkActivation.Relu, 3, hasWaves: true), ["a", "b", "c"], ProbabilityLink.Softmax);

    /// <summary>Two hidden layers of 5 and 40 units, so that some blocks are not full, and a vector of two numbers a level.</summary>
    internal static TableNetwork Deep(NetworkActivation activation, int outputs, bool hasWaves)
    {
        var incoming = hasWaves ? 2 + 4 + 1 + 2 : 2 + 1 + 2;
        return new(Inputs, [Layer(incoming, 5), Layer(5, 40), Layer(40, outputs)])
        {
            Centers = [10, 40],
            Scales = [0.5, 0.1],
            Marked = [1],
            Waves = hasWaves ? new(8, 2, Filled(16, 3), Filled(16, 5), Filled(32, 7), Filled(4, 2)) : NumberWaves.None,
            LevelWidths = [2],
            LevelVectors = Filled(6, 5),
            Activation = activation,
        };
    }

    internal static Table Row(double tenure, double age, string? plan) =>
        new([new NumberColumn("Tenure", [tenure]), new NumberColumn("Age", [age]), CategoryColumn.FromTexts("Plan", [plan])]);

    private static DenseLayer Layer(int inputs, int units) => new(Filled(inputs * units, 11), Filled(units, 3));

    private static float[] Filled(int length, int step) => [.. Enumerable.Range(0, length).Select(place => ((place * step % 17) - 8) / 10f)];
}
