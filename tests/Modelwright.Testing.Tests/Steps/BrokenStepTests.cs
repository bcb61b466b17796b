using Modelwright.Runtime.Steps;
using Modelwright.Testing.Steps;

namespace Modelwright.Testing.Tests.Steps;

/// <summary>A step that breaks one promise fails the check of that promise.</summary>
public sealed class BrokenStepTests
{
    [Theory]
    [InlineData("levels", "Fit_MarkerInTheTestPart_NeverShows")]
    [InlineData("again", "Fit_Again_SameBits Fit_MarkerInTheTestPart_NeverShows Fit_TurkishAndGermanCulture_SameBits Fit_WeightsOfOne_AsNone")]
    [InlineData("weights", "Fit_WeightsOfOne_AsNone")]
    [InlineData("answers", "Fit_OwnAnswerChanged_OwnRowTheSame Fit_TrainingRows_AsAppliedUnlessOutOfFold")]
    [InlineData("training", "Fit_TrainingRows_AsAppliedUnlessOutOfFold")]
    [InlineData("none", "Fit_NoRows_HasAnOutcome")]
    [InlineData("one", "Fit_OneRow_HasAnOutcome")]
    [InlineData("missing", "Fit_AllMissing_HasAnOutcome")]
    [InlineData("token", "Fit_Cancelled_Ends")]
    [InlineData("culture", "Fit_TurkishAndGermanCulture_SameBits")]
    [InlineData("infinite", "Fit_NumbersAtTheEndsOfTheirRange_NoInfinity")]
    [InlineData("learns", "Apply_AnyRows_DoesNotChangeTheStep")]
    [InlineData("batch", "Apply_RowByRow_EqualsAtOnce")]
    [InlineData("block", "Apply_MoreThanOneBlock_EqualsItsRows")]
    [InlineData("row", "Apply_AllMissing_EveryRowAlike")]
    [InlineData("empty", "Apply_NoRows_SameColumns")]
    [InlineData("codes", "Apply_LevelsInAnotherOrder_SameOutcome")]
    [InlineData("lost", "Apply_ColumnsInAnotherOrder_FoundByName Outputs_NameTakenByAnotherColumn_NoColumnLost")]
    [InlineData("absent", "Apply_ColumnsAbsent_ListsAll")]
    [InlineData("types", "Apply_OtherTypes_Refused")]
    [InlineData("idempotent", "Apply_Twice_ChangesNothingWhereIdempotent")]
    [InlineData("threads", "Apply_EightThreads_SameBits")]
    [InlineData("hidden", "Outputs_AfterFit_AreTheColumnsMade")]
    [InlineData("origins", "Outputs_AColumnChanged_OnlyWhatComesFromItChanges Outputs_AfterFit_TraceToInputs")]
    [InlineData("mixed", "Outputs_AColumnChanged_OnlyWhatComesFromItChanges")]
    [InlineData("type", "InputType_EveryInput_AsInTraining Apply_OtherTypes_Refused")]
    [InlineData("state", "Read_Written_SameBits")]
    [InlineData("trusting", "Read_AValueAbsent_Refused")]
    [InlineData("crash", "Read_AListCutOrANumberNotFinite_RefusedOrHarmless")]
    public void Checks_BrokenPromise_FailThatCheckAlone(string broken, string expected) =>
        Suite.Fails("Step", Checks(broken), expected);

    [Fact]
    public void Checks_SoundStep_Hold() => Suite.Holds(Checks("nothing"));

    private static IEnumerable<ContractCheck> Checks(string broken) => StepSuite.Checks(
        new(new FillStep(broken)) { IsIdempotent = true },
        new(new StepReader("fill", 1, reader => FilledStep.Read(reader, broken))));
}
