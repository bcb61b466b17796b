using System.Buffers.Binary;
using System.Text.Json;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Recording.Journals;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Steps;
using Modelwright.Validation;

namespace Modelwright.Search.Resuming;

/// <summary>
/// A finished trial as bytes: the length of a record, the record as JSON, the out-of-fold answers, and the steps and form of
/// each fold as a package holds them. What cannot be read, or is not of these rows, is no trial.
/// </summary>
internal static class TrialBytes
{
    /// <summary>Writes a trial; null in place of fits says that it was given up.</summary>
    public static EntryBody Write(CrossFit? fits, bool isEvidenceOnly, double seconds, double elapsed)
    {
        IForm[] forms = fits is null || isEvidenceOnly ? [] : [.. fits.Folds.Select(fold => PipelineForm.Of(fold.Steps, fold.Form))];
        var answers = fits?.Predictions ?? [];
        var record = new TrialRecord(
            seconds,
            elapsed,
            fits is null,
            sizeof(double) * answers.Length,
            [.. forms.Select((form, split) => Record(fits!.Folds[split], checked((int)FormBytes.Count(form))))]);
        var head = JsonSerializer.SerializeToUtf8Bytes(record);
        return new(sizeof(int) + head.Length + record.Answers + record.Folds.Sum(fold => (long)fold.Bytes), stream =>
        {
            Span<byte> number = stackalloc byte[sizeof(double)];
            BinaryPrimitives.WriteInt32LittleEndian(number, head.Length);
            stream.Write(number[..sizeof(int)]);
            stream.Write(head);
            foreach (var answer in answers)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(number, answer);
                stream.Write(number);
            }

            foreach (var form in forms)
            {
                FormBytes.CopyTo(form, stream);
            }
        });
    }

    /// <summary>Reads the record alone; null where there is none.</summary>
    public static TrialRecord? ReadRecord(ReadOnlyMemory<byte> bytes) => Split(bytes)?.Record;

    /// <summary>Reads a trial.</summary>
    /// <param name="bytes">What <see cref="Write"/> gave, or anything.</param>
    /// <param name="candidate">What was fitted.</param>
    /// <param name="partition">On which splits.</param>
    /// <param name="kind">How its answers look.</param>
    /// <param name="isEvidenceOnly">Whether its models may not be shipped, so that none are kept.</param>
    /// <returns>The trial; null where the bytes are no trial of these splits. One that was given up has no fits, one that is evidence alone has no folds.</returns>
    public static (CrossFit? Fits, TrialRecord Record)? Read(ReadOnlyMemory<byte> bytes, Candidate candidate, Partition partition, AnswerKind kind, bool isEvidenceOnly)
    {
        if (Split(bytes) is not { } parts)
        {
            return null;
        }

        var (record, rest) = parts;
        if (record.IsGivenUp)
        {
            return (null, record);
        }

        if (record.Answers != (long)sizeof(double) * partition.Covered.Length * kind.Width || record.Folds.Count != (isEvidenceOnly ? 0 : partition.Splits.Count))
        {
            return null;
        }

        var answers = new double[record.Answers / sizeof(double)];
        for (var place = 0; place < answers.Length; place++)
        {
            answers[place] = BinaryPrimitives.ReadDoubleLittleEndian(rest.Span[(place * sizeof(double))..]);
        }

        return Folds(record, rest[record.Answers..]) is { } folds ? (new(candidate, partition, folds, answers, record.Seconds), record) : null;
    }

    private static (TrialRecord Record, ReadOnlyMemory<byte> Body)? Split(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < sizeof(int) || BinaryPrimitives.ReadInt32LittleEndian(bytes.Span) is not (>= 0 and var length) || length > bytes.Length - sizeof(int))
        {
            return null;
        }

        try
        {
            var record = JsonSerializer.Deserialize<TrialRecord>(bytes.Span.Slice(sizeof(int), length));
            var rest = bytes[(sizeof(int) + length)..];
            return record is { Answers: >= 0, Folds: not null } && record.Seconds >= 0 && record.Elapsed >= 0
                && record.Folds.All(fold => fold is { Bytes: >= 0, StepsKey: not null, Decided: not null, Values: not null, Warnings: not null })
                && rest.Length == record.Answers + record.Folds.Sum(fold => (long)fold.Bytes)
                ? (record, rest)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<FoldFit>? Folds(TrialRecord record, ReadOnlyMemory<byte> bytes)
    {
        var folds = new List<FoldFit>();
        try
        {
            foreach (var fold in record.Folds)
            {
                var (steps, form) = Parts(FormBytes.Read(bytes[..fold.Bytes], BuiltInForms.Catalog));
                var report = new FitReport { End = fold.End, Decided = ParameterValues.From(fold.Decided), Warnings = fold.Warnings };
                folds.Add(new(steps, fold.StepsKey, form, report, ParameterValues.From(fold.Values)) { AnswerSeconds = fold.AnswerSeconds });
                bytes = bytes[fold.Bytes..];
            }

            return folds;
        }
        catch (ModelwrightException)
        {
            return null;
        }
    }

    private static (IReadOnlyList<IFittedStep> Steps, IForm Form) Parts(IForm form) => form switch
    {
        SteppedForm stepped and (IPredictsClasses or IPredictsNumbers) => (stepped.Steps, stepped.Form),
        _ => throw new ArtifactException($"The journal holds the form '{form.Info.Name}' where steps with a form are to be."),
    };

    private static FoldRecord Record(FoldFit fold, int bytes) => new(
        fold.StepsKey, fold.Report.End, fold.Report.Decided.Texts, fold.Values.Texts, fold.Report.Warnings, fold.AnswerSeconds, bytes);
}
