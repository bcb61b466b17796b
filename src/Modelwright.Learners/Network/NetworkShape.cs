using Modelwright.Learners.Network.Layers;

namespace Modelwright.Learners.Network;

/// <summary>Sizes of a network and where its parameters stand among all.</summary>
internal sealed class NetworkShape
{
    /// <summary>Parts of the learning rate, as RealMLP has them.</summary>
    private const double WaveRate = 0.1;
    private const double ScaleRate = 6;
    private const double BiasRate = 0.1;

    private readonly List<ParameterBlock> _blocks = [];

    /// <summary>Lays a network out.</summary>
    /// <param name="layout">Its columns.</param>
    /// <param name="settings">The setting.</param>
    /// <param name="outputs">Outputs.</param>
    public NetworkShape(ColumnLayout layout, NetworkSettings settings, int outputs)
    {
        (Layout, Settings, Outputs) = (layout, settings, outputs);
        var numbers = layout.Numbers.Length;
        Sums = settings.Cosines > 0 ? WaveLayer.Sums : 0;
        Waves = new(settings.Cosines > 0 ? numbers : 0, settings.Cosines, 0);
        Add(Waves.Count, WaveRate, decays: false);
        Markers = numbers * (1 + Sums);
        VectorPlace = Markers + layout.Marked.Length;
        Vectors = Add(Levels(layout, hasVectors: true) * settings.VectorWidth, 1, decays: false);
        Dense = VectorPlace + (layout.HasVectors.Count(has => has) * settings.VectorWidth);
        DensePadded = MatrixProduct.Padded(Dense);
        OneHot = Levels(layout, hasVectors: false);
        Scales = Add(DensePadded + OneHot, ScaleRate, decays: false);
        Widths = [.. Enumerable.Repeat(settings.Width, settings.Layers), MatrixProduct.Padded(outputs)];
        (Weights, Biases) = (new ParameterBlock[Widths.Length], new ParameterBlock[Widths.Length]);
        for (var layer = 0; layer < Widths.Length; layer++)
        {
            var (rows, incoming) = layer == 0 ? (DensePadded + OneHot, Dense + OneHot) : (Widths[layer - 1], Widths[layer - 1]);
            Weights[layer] = Add(rows * Widths[layer], 1 / Math.Sqrt(incoming), decays: true);
            Biases[layer] = Add(Widths[layer], BiasRate, decays: false);
        }
    }

    /// <summary>The columns.</summary>
    public ColumnLayout Layout { get; }

    /// <summary>The setting.</summary>
    public NetworkSettings Settings { get; }

    /// <summary>Outputs, without those that fill up.</summary>
    public int Outputs { get; }

    /// <summary>Sums of cosines a number.</summary>
    public int Sums { get; }

    /// <summary>Where markers start among what comes in.</summary>
    public int Markers { get; }

    /// <summary>Where vectors of levels start among what comes in.</summary>
    public int VectorPlace { get; }

    /// <summary>What comes in that every row has.</summary>
    public int Dense { get; }

    /// <summary>The same, filled up.</summary>
    public int DensePadded { get; }

    /// <summary>Levels that have a number of their own.</summary>
    public int OneHot { get; }

    /// <summary>Units of each layer, the last one's filled up.</summary>
    public int[] Widths { get; }

    /// <summary>Parameters of the sums of cosines.</summary>
    public WaveParameters Waves { get; }

    /// <summary>Vectors of levels.</summary>
    public ParameterBlock Vectors { get; }

    /// <summary>What each number that comes in is multiplied by.</summary>
    public ParameterBlock Scales { get; }

    /// <summary>Weights of each layer, numbers in x units.</summary>
    public ParameterBlock[] Weights { get; }

    /// <summary>Biases of each layer.</summary>
    public ParameterBlock[] Biases { get; }

    /// <summary>All parameters by kind.</summary>
    public IReadOnlyList<ParameterBlock> Blocks => _blocks;

    /// <summary>Parameters in all.</summary>
    public int Parameters { get; private set; }

    private static int Levels(ColumnLayout layout, bool hasVectors)
    {
        var levels = 0;
        for (var category = 0; category < layout.Categories.Length; category++)
        {
            levels += layout.HasVectors[category] == hasVectors ? 1 + layout.Categories[category].Levels.Count : 0;
        }

        return levels;
    }

    private ParameterBlock Add(int length, double rate, bool decays)
    {
        var block = new ParameterBlock(Parameters, length, rate, decays);
        Parameters = checked(Parameters + length);
        _blocks.Add(block);
        return block;
    }
}
