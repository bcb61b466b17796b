using System.Text;
using System.Text.Json;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Packaging.Attestations;
using Modelwright.Runtime.Packaging.Records;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Runtime.Packaging;

/// <summary>A package as the bytes of its parts, in the order of <see cref="PackageFile.PartNames"/>.</summary>
internal static class PackageParts
{
    private const int MostJsonDepth = 64;
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The oldest format version that says all of a model.</summary>
    internal static ushort VersionOf(Model model) => model.Rules.IsNone ? SchemaRecord.VersionOf(model.Schema) : AnswerRulesRecord.VersionOf(model.Rules);

    internal static PackagePart[] Write(Package package)
    {
        var baseline = new RecordWriter();
        BaselineRecord.Write(baseline, package.Baseline);
        var checks = new RecordWriter();
        CheckRowsRecord.Write(checks, package.CheckRows);
        PackagePart[] attestations = package.Attestations.Count > 0 ? [PackagePart.Of(AttestationJson.Write(package.Attestations))] : [];
        return [.. WriteIdentity(package), PackagePart.Of(Utf8.GetBytes(package.EvidenceJson)), PackagePart.Of(baseline), PackagePart.Of(checks), .. attestations];
    }

    /// <summary>The parts that make the model what it is: schema, form and plan.</summary>
    internal static PackagePart[] WriteIdentity(Package package)
    {
        var schema = new RecordWriter();
        schema.Text("task", TaskText.Write(package.Model.Task));
        SchemaRecord.Write(schema, package.Model.Schema, VersionOf(package.Model));
        var form = new RecordWriter();
        FormCatalog.Write(form, package.Model.Form);
        if (!package.Model.Rules.IsNone)
        {
            AnswerRulesRecord.Write(form, package.Model.Rules);
        }

        return [PackagePart.Of(schema), PackagePart.Of(form), PackagePart.Of(Utf8.GetBytes(package.PlanJson))];
    }

    internal static Package Read(byte[][] parts, ushort version, FormCatalog forms)
    {
        var schemaReader = new RecordReader(parts[0], PackageFile.PartNames[0]);
        var formReader = new RecordReader(parts[1], PackageFile.PartNames[1]);
        var task = schemaReader.Text("task");
        var schema = SchemaRecord.Read(schemaReader, version);
        var model = new Model(TaskText.Read(task, schema), schema, forms.Read(formReader));
        model = model with { Rules = AnswerRulesRecord.Read(formReader, version, model.Form) };
        CheckInputs(model);
        return new(model)
        {
            PlanJson = Json(parts[2], PackageFile.PartNames[2]),
            EvidenceJson = Json(parts[3], PackageFile.PartNames[3]),
            Baseline = BaselineRecord.Read(new RecordReader(parts[4], PackageFile.PartNames[4])),
            CheckRows = CheckRowsRecord.Read(new RecordReader(parts[5], PackageFile.PartNames[5]), model.Door),
            Attestations = parts.Length > 6 ? AttestationJson.Read(parts[6]) : [],
        };
    }

    private static void CheckInputs(Model model)
    {
        var features = model.Door.Features.Select(spec => spec.Name).ToHashSet(StringComparer.Ordinal);
        string[] absent = [.. model.Form.Info.Inputs.Where(input => !features.Contains(input.Name)).Select(input => $"'{input.Name}'")];
        if (absent.Length > 0)
        {
            throw PackageFile.Damaged($"its model reads columns that its schema lacks: {string.Join(", ", absent)}");
        }
    }

    private static string Json(byte[] bytes, string part)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MostJsonDepth });
            while (reader.Read())
            {
            }

            return Utf8.GetString(bytes);
        }
        catch (Exception cause) when (cause is JsonException or DecoderFallbackException)
        {
            throw PackageFile.Damaged($"part '{part}' is not JSON", cause);
        }
    }
}
