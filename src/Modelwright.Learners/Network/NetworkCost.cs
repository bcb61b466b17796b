using Modelwright.Core.Learning;
using Modelwright.Learners.Network.Layers;

namespace Modelwright.Learners.Network;

/// <summary>What a network costs, fitted to measurements.</summary>
internal static class NetworkCost
{
    /// <summary>Seconds of a product and a sum of a matrix, of a cosine with its sine, of an activation, and of a parameter's step.</summary>
    private const double Product = 2.2e-11;
    private const double Cosine = 4e-9;
    private const double Unit = 2e-9;
    private const double Parameter = 1e-9;

    /// <summary>The cost of a fit.</summary>
    public static FitCost Of(DataShape shape, NetworkSettings settings)
    {
        double rows = Math.Max(2, shape.Rows);
        var dense = (shape.Numbers * (settings.Cosines > 0 ? 1 + WaveLayer.Sums : 1)) + (shape.Categories * 4.0);
        double width = settings.Width;
        double outputs = MatrixProduct.Padded(Math.Max(1, shape.Outputs > 2 ? shape.Outputs : 1));
        var weights = (dense * width) + (width * width * (settings.Layers - 1)) + (width * outputs);
        var row = (3 * weights * Product) + (shape.Numbers * settings.Cosines * Cosine) + (width * settings.Layers * Unit) + (outputs * 2e-8) + 1e-7;
        var steps = Math.Max(1, Math.Round(rows / settings.BatchRows));
        var epochs = Math.Min(settings.Epochs, settings.StopEpoch);
        var seconds = (epochs * ((rows * row) + (steps * weights * Parameter))) + (rows * shape.Features * 1.5e-7) + 1e-4;
        var bytes = (rows * shape.Features * 4) + (weights * 4 * 8) + (settings.BatchRows * ((dense * 3) + (shape.Numbers * settings.Cosines * 2) + (width * settings.Layers * 4)) * 4.0);
        return new(seconds, (long)bytes) { RowSeconds = weights * Product * 2 };
    }
}
