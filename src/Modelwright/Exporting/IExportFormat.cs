using Modelwright.Core.Data;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Exporting;

/// <summary>A way to write models for other worlds. Stateless and safe from any thread.</summary>
public interface IExportFormat
{
    /// <summary>The name it is asked for by.</summary>
    string Name { get; }

    /// <summary>The usual ending of its files, with the dot.</summary>
    string Ending { get; }

    /// <summary>What becomes of a model, in a sentence.</summary>
    string Meaning { get; }

    /// <summary>What of a formula this format cannot say; empty where it can say all.</summary>
    /// <param name="ground">What is to be exported.</param>
    IReadOnlyList<FormulaGap> Gaps(ExportGround ground);

    /// <summary>Writes a model without gaps; the same model gives the same bytes.</summary>
    /// <param name="ground">What is exported.</param>
    /// <param name="name">What it is to be called: the file's name without its ending.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="cancellation">Asks to end.</param>
    void Write(ExportGround ground, string name, Stream stream, CancellationToken cancellation);

    /// <summary>How far an answer may be from the model's: of probabilities the difference, of numbers the share.</summary>
    double Tolerance { get; }

    /// <summary>Answers rows by a written export itself.</summary>
    /// <param name="ground">What was exported.</param>
    /// <param name="path">The file that was written.</param>
    /// <param name="rows">Rows as the model's schema admits them.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>Rows x classes, or one number a row; null where the format's program is the formula's own code, so that the formula's answers are its answers.</returns>
    double[]? Answers(ExportGround ground, string path, Table rows, CancellationToken cancellation);
}
