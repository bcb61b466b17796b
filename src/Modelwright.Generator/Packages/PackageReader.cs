using Modelwright.Generator.Findings;
using Modelwright.Generator.Records;

namespace Modelwright.Generator.Packages;

/// <summary>Reads of a package what code is made of. Whatever is wrong with the file is said in the result.</summary>
internal static class PackageReader
{
    internal static ReadPackage Read(string path, CancellationToken cancellation)
    {
        var shown = path.Replace('\\', '/');
        try
        {
            using var stream = PackageFiles.Open(path);
            return new(shown, Shape(stream, cancellation), null, "");
        }
        catch (UnusablePackageException cause)
        {
            return new(shown, null, cause.Rule, cause.Message);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return new(shown, null, Rules.Unreadable, $"it cannot be opened ({cause.GetType().Name})");
        }
    }

    private static PackageShape Shape(Stream stream, CancellationToken cancellation)
    {
        var head = PackageContainer.Head(stream);
        var (schemaPart, formPart) = PackageContainer.Parts(stream, head);
        cancellation.ThrowIfCancellationRequested();
        var schema = new RecordReader(schemaPart, "schema");
        var form = new RecordReader(formPart, "form");
        var name = form.Text("form");
        var answers = FormPart.Answers(name);
        return new(
            PackageContainer.ModelId(head),
            SchemaPart.Task(schema),
            name,
            answers,
            new(SchemaPart.Inputs(schema)),
            new(answers == AnswerKind.Classes ? FormPart.Classes(form) : []));
    }
}
