using System.Buffers.Binary;
using System.Text;
using CsCheck;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Search.Resuming;
using Modelwright.Tests.Data;
using Modelwright.Validation;

namespace Modelwright.Tests.Search.Resuming;

/// <summary>A trial comes back as it was; bytes that are none of these rows are no trial, and never a fault.</summary>
public sealed class TrialBytesTests
{
    private static readonly LabelledRows Rows = SmallTables.LabelledClasses(60);
    private static readonly AnswerKind Kind = AnswerKind.For(Rows, 1);
    private static readonly Partition Folds = Partition.Make(new("stratified", 3, 0), Rows, seed: 1);
    private static readonly Candidate Linear = new(new LearnerCatalog().AddBuiltIn().Get("linear"), ParameterValues.Default, Seed: 1, PartitionSeed: 1);
    private static readonly CrossFit Fits = Fit();
    private static readonly byte[] Bytes = Written(Fits, isEvidenceOnly: false, seconds: 1.5, elapsed: 7);

    private static CrossFit Fit()
    {
        var limits = new FitLimits(1, TimeProvider.System, Deadline: null, CancellationToken.None);
        return new CrossFitter(Kind, new FeatureCache(Rows, 1 << 20)).Fit(Linear, Folds, limits)!;
    }

    private static byte[] Written(CrossFit? fits, bool isEvidenceOnly, double seconds, double elapsed)
    {
        var body = TrialBytes.Write(fits, isEvidenceOnly, seconds, elapsed);
        using var stream = new MemoryStream();
        body.CopyTo(stream);
        Assert.Equal(body.Length, stream.Length);
        return stream.ToArray();
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSameTrial()
    {
        var (fits, record) = TrialBytes.Read(Bytes, Linear, Folds, Kind, isEvidenceOnly: false)!.Value;

        Assert.Equal((1.5, 7.0, false), (record.Seconds, record.Elapsed, record.IsGivenUp));
        Assert.Equal(Fits.Predictions, fits!.Predictions);
        Assert.Equal(Fits.Folds.Select(fold => fold.StepsKey), fits.Folds.Select(fold => fold.StepsKey));
        Assert.Equal(Fits.Folds.Select(fold => fold.Report.Decided.ToString()), fits.Folds.Select(fold => fold.Report.Decided.ToString()));
        Assert.Equal(Bytes, Written(fits, isEvidenceOnly: false, seconds: 1.5, elapsed: 7));
    }

    [Fact]
    public void Read_GivenUpAndEvidence_HaveNoForms()
    {
        var givenUp = TrialBytes.Read(Written(null, isEvidenceOnly: false, 1, 2), Linear, Folds, Kind, isEvidenceOnly: false)!.Value;
        Assert.Null(givenUp.Fits);
        Assert.True(givenUp.Record.IsGivenUp);

        var evidence = Written(Fits, isEvidenceOnly: true, 1, 2);
        Assert.Empty(TrialBytes.Read(evidence, Linear, Folds, Kind, isEvidenceOnly: true)!.Value.Fits!.Folds);
        Assert.Null(TrialBytes.Read(evidence, Linear, Folds, Kind, isEvidenceOnly: false));
        Assert.Null(TrialBytes.Read(Bytes, Linear, Folds, Kind, isEvidenceOnly: true));
    }

    [Fact]
    public void Read_OfOtherRowsOrFolds_IsNoTrial()
    {
        var other = SmallTables.LabelledClasses(61);
        Assert.Null(TrialBytes.Read(Bytes, Linear, Partition.Make(new("stratified", 3, 0), other, seed: 1), Kind, isEvidenceOnly: false));
        Assert.Null(TrialBytes.Read(Bytes, Linear, Partition.Make(new("stratified", 4, 0), Rows, seed: 1), Kind, isEvidenceOnly: false));
        Assert.Null(TrialBytes.Read(Bytes, Linear, Folds, new NumberAnswerKind(), isEvidenceOnly: false));
    }

    [Fact]
    public void Read_CutAtEveryPlace_IsNoTrial()
    {
        for (var length = 0; length < Bytes.Length; length++)
        {
            Assert.Null(TrialBytes.Read(Bytes.AsMemory(0, length), Linear, Folds, Kind, isEvidenceOnly: false));
            Assert.Null(length < sizeof(int) ? TrialBytes.ReadRecord(Bytes.AsMemory(0, length)) : null);
        }
    }

    [Fact]
    public void Read_ChangedAnywhere_IsATrialOrNone() => Gen.Select(Gen.Int[0, Bytes.Length - 1], Gen.Byte).Array[1, 4].Sample(
        changes =>
        {
            var changed = (byte[])Bytes.Clone();
            foreach (var (place, value) in changes)
            {
                changed[place] = value;
            }

            var read = TrialBytes.Read(changed, Linear, Folds, Kind, isEvidenceOnly: false);
            Assert.True(read is null || read.Value.Record.IsGivenUp || read.Value.Fits!.Folds.Count == Folds.Splits.Count);
        },
        iter: 3_000);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"Seconds": -1, "Elapsed": 1, "IsGivenUp": true, "Answers": 0, "Folds": []}""")]
    [InlineData("""{"Seconds": 1, "Elapsed": 1, "IsGivenUp": true, "Answers": -8, "Folds": []}""")]
    [InlineData("""{"Seconds": 1, "Elapsed": 1, "IsGivenUp": true, "Answers": 2147483640, "Folds": []}""")]
    [InlineData("""{"Seconds": 1, "Elapsed": 1, "IsGivenUp": true, "Answers": 0, "Folds": null}""")]
    [InlineData("""{"Seconds": 1, "Elapsed": 1, "IsGivenUp": true, "Answers": 0, "Folds": [null]}""")]
    [InlineData("""{"Seconds": 1, "Elapsed": 1, "IsGivenUp": false, "Answers": 0, "Folds": [{"Bytes": -1}]}""")]
    public void Read_HostileRecord_IsNoTrial(string json)
    {
        var head = Encoding.UTF8.GetBytes(json);
        var bytes = new byte[sizeof(int) + head.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, head.Length);
        head.CopyTo(bytes, sizeof(int));

        Assert.Null(TrialBytes.ReadRecord(bytes));
        Assert.Null(TrialBytes.Read(bytes, Linear, Folds, Kind, isEvidenceOnly: false));
    }
}
