using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Stress.Attacks;
using Modelwright.Testing.Attacks;

namespace Modelwright.Testing.Tests.Attacks;

/// <summary>An attack that breaks one promise fails the check of that promise.</summary>
public sealed class BrokenAttackTests
{
    [Theory]
    [InlineData("never", "Unsuited_SomeModel_SuitsIt")]
    [InlineData("idle", "Find_SomeRow_IsFlipped")]
    [InlineData("wrong", "Find_WhatIsFound_IsAnsweredOtherwise Find_ModelThatAnswersOneThing_ChangesNothing")]
    [InlineData("threat", "Find_WhatIsFound_KeepsTheThreat")]
    [InlineData("others", "Find_TargetAndOtherColumns_Untouched")]
    [InlineData("again", "Find_SameSeed_SameRow Find_OtherCultures_SameRow Find_EightThreads_SameRow")]
    [InlineData("zero", "Find_BudgetZero_ChangesNothing")]
    [InlineData("mutable", "Find_NothingMutable_ChangesNothing")]
    [InlineData("queries", "Find_FewQueries_AreKept")]
    [InlineData("cancelled", "Find_Cancelled_Throws")]
    [InlineData("culture", "Find_OtherCultures_SameRow")]
    public void Checks_BrokenPromise_FailThatCheckAlone(string broken, string expected) =>
        Suite.Fails("Attack", AttackSuite.Checks(new Broken(broken)), expected);

    [Fact]
    public void Checks_SoundAttack_Hold() => Suite.Holds(AttackSuite.Checks(new Broken("nothing")));

    /// <summary>Tries a few incomes, but for one promise.</summary>
    private sealed class Broken(string broken) : IAttack
    {
        private int _calls;

        public AttackInfo Info { get; } = new() { Name = "incomes", Title = "Other incomes", Taxonomy = "evasion, black-box, decision-based", Meaning = "Tries a few incomes.", Source = "None." };

        public string? Unsuited(AttackTarget target) => broken == "never" ? "it suits nothing" : null;

        public Table? Find(AttackTarget target, int row, int seed, CancellationToken cancellation)
        {
            var isOpen = target.Threat.Columns.Single(column => column.Name == "income").Mutable;
            var isFrozen = (target.Threat.Budget == 0 && broken != "zero") || (!isOpen && broken != "mutable");
            if (broken != "cancelled")
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (broken == "queries")
            {
                target.Answer(target.Rows, CancellationToken.None);
            }

            return isFrozen || broken == "idle" || (broken == "culture" && CultureInfo.CurrentCulture.Name == "tr-TR") ? null : Tried(target, row, isOpen && target.Threat.Budget > 0);
        }

        private Table? Tried(AttackTarget target, int row, bool isChecked)
        {
            int[] place = [row];
            for (var income = broken == "threat" ? 2000.0 : 1000; income > 0; income -= 125)
            {
                var chance = broken == "again" ? 0.001 * Interlocked.Increment(ref _calls) : 0;
                var changed = target.Rows.Take(place).With(new NumberColumn("income", [income - chance]));
                var isBroken = isChecked && broken != "threat" && target.Threat.Broken(target.Schema, target.Rows, row, changed).Count > 0;
                if (!isBroken && (broken == "wrong" || target.IsFlipped(row, target.Answer(changed, CancellationToken.None), 0)))
                {
                    return broken == "others" ? changed.With(new NumberColumn("row", [-1])) : changed;
                }
            }

            return null;
        }
    }
}
