using Modelwright.Core.Data;
using Modelwright.Exporting.Onnx;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Exporting;

/// <summary>A graph of ONNX in double precision.</summary>
/// <param name="answers">Answers rows by the graph of a file, which takes ONNX Runtime and so stands in another room; rows x classes, or one number a row.</param>
public sealed class OnnxFormat(Func<string, Table, CancellationToken, double[]> answers) : IExportFormat
{
    /// <inheritdoc/>
    public string Name => "onnx";

    /// <inheritdoc/>
    public string Ending => ".onnx";

    /// <inheritdoc/>
    public string Meaning => "a graph for ONNX Runtime in Python, Java, C++ and others, in double precision";

    /// <inheritdoc/>
    /// <remarks>Another runtime has exponentials and logarithms of its own, and adds weighted sums in an order of its own.</remarks>
    public double Tolerance => 1e-6;

    /// <inheritdoc/>
    public IReadOnlyList<FormulaGap> Gaps(ExportGround ground)
    {
        ArgumentNullException.ThrowIfNull(ground);
        return OnnxExport.Gaps(ground.Formula, Header(ground));
    }

    /// <inheritdoc/>
    public void Write(ExportGround ground, string name, Stream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ground);
        OnnxExport.Write(ground.Formula, Header(ground), stream, cancellation);
    }

    /// <inheritdoc/>
    public double[]? Answers(ExportGround ground, string path, Table rows, CancellationToken cancellation) => answers(path, rows, cancellation);

    private static OnnxHeader Header(ExportGround ground) => new() { ModelId = ground.ModelId, Task = ground.Task.Name, Target = ground.Target, Rules = ground.Rules };
}
