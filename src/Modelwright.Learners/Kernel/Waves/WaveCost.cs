using Modelwright.Core.Learning;

namespace Modelwright.Learners.Kernel.Waves;

/// <summary>What an approximate kernel machine costs, fitted to measurements.</summary>
internal static class WaveCost
{
    /// <summary>The cost of a fit and of an answer.</summary>
    public static FitCost Estimate(DataShape shape, WaveSettings settings)
    {
        double rows = Math.Clamp(shape.Rows, 2, settings.MaxRows);
        double columns = Math.Max(1, shape.Features);
        double outputs = shape.Outputs > 2 ? shape.Outputs : 1;
        double waves = settings.Waves(Math.Max(2, shape.Rows));
        var wave = (columns * 1e-9) + 1.5e-8;
        var judged = Math.Min(rows, 400);
        var scaled = shape.Task.AnswersClasses ? Math.Min(rows, 4000) : 0;
        var left = (judged * (settings.Penalty is null ? 4 : 0)) + scaled;
        var once = (rows + left) * waves * (wave + (outputs * 2e-9));
        var products = rows * waves * waves * 1.2e-10;
        var factors = waves * waves * waves * 1.5e-10 * (settings.Penalty is null ? 4 : 1);
        var solved = left * waves * waves * 1.5e-10;
        var median = columns * 500 * 500 / 2 * 1e-9;
        return new(once + products + factors + solved + median + (scaled * outputs * 1e-6) + 1e-4, (long)((waves * waves * 8) + (waves * 256 * 16) + (rows * ((columns * 8) + 24))))
        {
            RowSeconds = waves * (wave + (outputs * 1e-9)),
        };
    }

    /// <summary>Bytes of a form.</summary>
    public static double FormBytes(DataShape shape, WaveSettings settings) => settings.Waves(shape.Rows) * 8.0 * (shape.Features + 1 + (shape.Outputs > 2 ? shape.Outputs : 1));
}
