using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Constant;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Generator.Tests.Data;

/// <summary>Small packages of any columns and classes.</summary>
internal static class SmallPackages
{
    /// <summary>A model of classes that is asked for columns of numbers and looks at none.</summary>
    internal static byte[] OfClasses(IEnumerable<string> columns, params string[] classes) =>
        OfColumns([.. columns.Select(name => new ColumnSpec(name, ColumnType.Number))], classes);

    internal static byte[] OfColumns(ColumnSpec[] columns, params string[] classes) => Bytes(new(
        LearningTask.Classification,
        new([.. columns, new("target", ColumnType.Category, ColumnRole.Target) { Levels = classes }]),
        new ClassConstantForm(classes, [.. classes.Select(_ => 1.0 / classes.Length)])));

    internal static byte[] OfNumbers(params ColumnSpec[] columns) => Bytes(new(
        LearningTask.Regression,
        new([.. columns, new("target", ColumnType.Number, ColumnRole.Target)]),
        new NumberConstantForm(7)));

    internal static byte[] Bytes(Model model)
    {
        using var stream = new MemoryStream();
        new Package(model).Save(stream);
        return stream.ToArray();
    }
}
