// SPDX-License-Identifier: Apache-2.0
package app.tomeru.ui.family

import android.content.ClipData
import android.content.ClipboardManager
import android.content.Intent
import android.graphics.Bitmap
import android.graphics.drawable.BitmapDrawable
import android.net.Uri
import android.view.ViewGroup
import android.widget.ImageView
import android.widget.TextView
import app.tomeru.R
import app.tomeru.core.Action
import app.tomeru.core.AllowedNumber
import app.tomeru.core.BlockedNumber
import app.tomeru.core.CountryAction
import app.tomeru.core.Kind
import app.tomeru.core.OwnAction
import app.tomeru.core.Policy
import app.tomeru.core.Preset
import app.tomeru.core.Settings
import app.tomeru.core.countries
import app.tomeru.core.familyCode
import app.tomeru.platform.core
import app.tomeru.platform.systemService
import app.tomeru.support.Chosen
import app.tomeru.support.ScreenTest
import app.tomeru.support.TomeruRunner
import app.tomeru.support.Wait
import com.google.zxing.BinaryBitmap
import com.google.zxing.RGBLuminanceSource
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.qrcode.QRCodeReader
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

@RunWith(TomeruRunner::class)
@Config(sdk = [29, 35], qualifiers = "ja-rJP")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class FamilyTest : ScreenTest() {
    private val code = "tomeru:1?p=warn&a=hidden_unknown.warn&c=US.allow,PH.reject&d=7&e=120&end"

    private fun offer(text: String): OfferActivity = open(Intent(Intent.ACTION_VIEW, Uri.parse(text)))

    /** What the screen says would change: each heading, then its lines. */
    private fun OfferActivity.changes(): List<String> {
        Wait.until { shows(R.id.take) }
        val views = listOf(R.id.milder, R.id.changes).flatMap { id ->
            requireViewById<ViewGroup>(id).let { group -> (0 until group.childCount).map(group::getChildAt) }
        }
        return views.flatMap { view ->
            val title = view.requireViewById<TextView>(R.id.outcome).text.toString()
            listOf(title) + view.requireViewById<TextView>(R.id.detail).text.lines()
        }
    }

    private fun backup(change: (Policy) -> Policy): OfferActivity {
        val settings = settings()
        val text = app.core.backup(settings.copy(policy = change(settings.policy)))
        return open(Intent().putExtra(Intent.EXTRA_TEXT, text))
    }

    private fun settings(): Settings = store.load().settings

    private fun read(picture: Bitmap): String {
        val pixels = IntArray(picture.width * picture.height)
        picture.getPixels(pixels, 0, picture.width, 0, 0, picture.width, picture.height)
        val source = RGBLuminanceSource(picture.width, picture.height, pixels)
        return QRCodeReader().decode(BinaryBitmap(HybridBinarizer(source))).text
    }

    @Test
    fun `the code on the screen brings the settings to another phone`() {
        Chosen.preset(app, Preset.WARN) {
            it.copy(
                ownActions = listOf(OwnAction(Kind.HIDDEN_UNKNOWN, Action.WARN)),
                countries = listOf(CountryAction("US", Action.ALLOW), CountryAction("PH", Action.REJECT)),
                dialledDays = 7u,
            )
        }
        store.block("+639171234567", "secret")
        val screen = open<FamilyActivity>()
        val view = screen.requireViewById<ImageView>(R.id.code)
        Wait.until { view.drawable is BitmapDrawable }
        val text = read((view.drawable as BitmapDrawable).bitmap)
        assertEquals(code, text)
        Chosen.preset(app, Preset.STOP)
        val offer = offer(text)
        Wait.until { offer.shows(R.id.take) }
        assertEquals("この設定にしますか", offer.text(R.id.title))
        val lines = listOf(
            "知らない人からの国際電話：鳴らして、注意を出す",
            "鳴らす国：アメリカ合衆国",
            "止める国：フィリピン",
            "通知不可能：注意を出して鳴らします",
            "ご自分でかけた番号を鳴らす期間：7日",
        )
        assertEquals(lines, offer.text(R.id.summary).lines())
        assertTrue(!offer.shows(R.id.weaker))
        assertEquals(Preset.STOP, settings().policy.preset)
        offer.press(R.id.take)
        offer.awaitMessage("設定しました。")
        assertEquals(code, familyCode(settings().policy))
    }

    @Test
    fun `a choice for every country fits into the code`() {
        val policy = settings().policy.copy(countries = countries().map { CountryAction(it.country, Action.SILENCE) })
        val text = familyCode(policy)
        assertEquals(text, read(CodePicture.of(text)))
    }

    @Test
    fun `who says no keeps everything`() {
        val before = settings()
        val offer = offer(code)
        Wait.until { offer.shows(R.id.take) }
        offer.press(R.id.leave)
        assertTrue(offer.isFinishing)
        assertEquals(before, settings())
    }

    @Test
    fun `a forged, cut or newer code is told and changes nothing`() {
        val before = settings()
        val broken = "「とめる」の設定ではないか、途中で切れています。何も変えていません。"
        val newer = "新しい「とめる」の設定です。アプリを新しくしてから、もう一度お試しください。何も変えていません。"
        for ((text, said) in listOf(
            code.dropLast(4) to broken,
            code.replace("warn&", "off&") to broken,
            "tomeru:3?x=1" to newer,
            "tomeru:" to broken,
            "tomeru:1?p=stop&a=&c=&d=30&e=120&end&p=warn" to broken,
        )) {
            val offer = offer(text)
            offer.awaitMessage(said)
            assertTrue(text, !offer.shows(R.id.take))
            assertEquals("設定を受け取れません", offer.text(R.id.title))
            assertEquals("とじる", offer.text(R.id.leave))
        }
        assertEquals(before, settings())
    }

    @Test
    fun `a code that would weaken protection says so`() {
        val offer = offer("tomeru:1?p=stop&a=disguised_domestic.allow,international.allow&c=&d=30&e=120&end")
        Wait.until { offer.shows(R.id.weaker) }
        assertEquals("おすすめの設定なら止めるか注意を出す、次のような電話が、注意も出さずに鳴ります：国際電話、にせの番号", offer.text(R.id.weaker))
        val column = offer.requireViewById<ViewGroup>(R.id.column)
        val places = listOf(R.id.weakening, R.id.changed).map { column.indexOfChild(offer.requireViewById(it)) }
        assertTrue("before what else is told: $places", places[0] < places[1])
        assertEquals(listOf("やめる", "この設定にする"), offer.answers())
    }

    /** The answers, from the top; the first is the one that is filled. */
    private fun OfferActivity.answers() = texts(requireViewById(R.id.answers))

    @Test
    fun `a code that protects more has its yes first`() {
        Chosen.preset(app, Preset.WARN)
        val offer = offer("tomeru:1?p=stop&a=&c=&d=30&e=120&end")
        Wait.until { offer.shows(R.id.take) }
        assertTrue(!offer.shows(R.id.weakening))
        assertEquals(listOf("この設定にする", "やめる"), offer.answers())
    }

    @Test
    fun `what a code changes is said before the yes`() {
        Chosen.preset(app, Preset.STOP)
        val offer = offer("tomeru:1?p=warn&a=hidden_unknown.reject&c=US.allow,PH.reject&d=7&e=120&end")
        val lines = listOf(
            "・\u2060アメリカ合衆国の番号",
            "止めます → 鳴らします",
            "止めます → 注意を出して鳴らします",
            "・\u2060国際電話（国ごとに決めた国は別です）",
            "・\u2060国のない国際番号",
            "・\u2060アメリカ合衆国のフリーダイヤルなど、特別な番号",
            "止めるようになる電話（今は止めていません）",
            "・\u2060通知不可能",
            "・\u206029日前にご自分でかけた、外国の番号",
        )
        val told = offer.changes()
        for (line in lines) assertTrue("$line in $told", line in told)
        assertTrue(told.toString(), "・\u2060ご自分でかけた番号を鳴らす期間：30日 → 7日" in told)
        assertEquals("連絡先にない人からの電話で、今の設定と比べました。", offer.text(R.id.compared))
        offer.press(R.id.take)
        offer.awaitMessage("設定しました。")
    }

    @Test
    fun `a code that changes nothing says so`() {
        val offer = offer(familyCode(settings().policy))
        assertEquals(emptyList<String>(), offer.changes())
        assertEquals("電話の扱いは、今と変わりません。", offer.text(R.id.compared))
    }

    @Test
    fun `the numbers of a file are shown as they are, those that cover most first`() {
        store.allow("+81312345678", "")
        store.block("+639171234567", "")
        val offer = backup {
            it.copy(
                allowed = listOf(
                    AllowedNumber("+819012345678", ""),
                    AllowedNumber("+1844*", ""),
                    AllowedNumber("+639*", ""),
                ),
                blocked = listOf(
                    BlockedNumber("+639171234567", Action.SILENCE, ""),
                    BlockedNumber("+81698765432", Action.REJECT, ""),
                ),
            )
        }
        val lines = listOf(
            "「鳴らす」と決める番号",
            "・\u2060+639 で始まる番号（フィリピン）",
            "・\u2060+1844 で始まる番号",
            "・\u2060${written("+819012345678")}",
            "「音を出さない」と決める番号",
            "・\u2060${written("+639171234567")}（今は止めます）",
            "「止める」と決める番号",
            "・\u2060${written("+81698765432")}",
            "・\u2060連絡先の人でも、止まることがあります。",
            "ご自分で決めた番号から消える番号",
            "・\u2060${written("+81312345678")}（今は鳴らします）",
        )
        assertEquals(lines, offer.changes())
    }

    @Test
    fun `a number that a beginning stops, or a stranger's, is told first when it would ring with a warning`() {
        fun isFirst(with: BlockedNumber): Boolean {
            val offer = backup { it.copy(blocked = it.blocked + with) }
            Wait.until { offer.shows(R.id.take) }
            return offer.shows(R.id.weakening)
        }
        store.block("+8150*", "")
        assertTrue("of those that are stopped", isFirst(BlockedNumber("+815012345678", Action.WARN, "")))
        assertTrue("of those that are stopped", isFirst(BlockedNumber("+81501*", Action.WARN, "")))
        assertTrue("stopped twice", !isFirst(BlockedNumber("+815012345678", Action.REJECT, "")))
        assertTrue("rings now", !isFirst(BlockedNumber("+81312345678", Action.WARN, "")))
        store.block("+815012345679", "")
        val gone = backup { it.copy(blocked = it.blocked.filter { number -> number.number != "+815012345679" }) }
        Wait.until { gone.shows(R.id.take) }
        assertTrue("its beginning stops no contact", gone.shows(R.id.weakening))
        store.change { it.copy(policy = it.policy.copy(preset = Preset.KNOWN)) }
        assertTrue("comes silently now", isFirst(BlockedNumber("+81312345678", Action.WARN, "")))
    }

    @Test
    fun `a file that takes a wish against a number away, or makes it milder, or lets a number ring, says so first`() {
        store.block("+639171234567", "")
        val blocked = settings().policy.blocked
        for ((name, change) in mapOf<String, (Policy) -> Policy>(
            "gone" to { it.copy(blocked = emptyList()) },
            "quiet" to { it.copy(blocked = blocked.map { number -> number.copy(action = Action.SILENCE) }) },
            "let ring" to { it.copy(allowed = listOf(AllowedNumber("+1844*", ""))) },
            "warned of" to { it.copy(blocked = blocked + BlockedNumber("+1844*", Action.WARN, "")) },
            "without a sound" to { it.copy(blocked = blocked + BlockedNumber("+18442980122", Action.SILENCE, "")) },
        )) {
            val offer = backup(change)
            Wait.until { offer.shows(R.id.take) }
            assertTrue(name, offer.shows(R.id.weakening))
            assertEquals(name, listOf("やめる", "この設定にする"), offer.answers())
        }
        for (number in listOf(
            BlockedNumber("+18442980122", Action.REJECT, ""),
            BlockedNumber("+81312345678", Action.WARN, ""),
        )) {
            val stricter = backup { it.copy(blocked = blocked + number) }
            Wait.until { stricter.shows(R.id.take) }
            assertTrue(number.number, !stricter.shows(R.id.weakening))
        }
    }

    @Test
    fun `no number that would ring is left out among many`() {
        val decoys = (0 until 60).map { AllowedNumber("+1201555%04d".format(it), "") }
        val hidden = AllowedNumber("+18442980122", "")
        val offer = backup { it.copy(allowed = decoys + hidden) }
        assertTrue("・\u2060${written("+18442980122")}" in offer.changes().joinToString("\n"))
        val stops = backup { policy ->
            policy.copy(allowed = emptyList(), blocked = decoys.map { BlockedNumber(it.number, Action.REJECT, "") })
        }
        assertTrue(stops.changes().toString(), stops.changes().any { "10件" in it })
    }

    @Test
    fun `a file that lets a whole country ring is refused`() {
        val before = settings()
        val offer = backup { it.copy(allowed = listOf(AllowedNumber("+1*", ""))) }
        offer.awaitMessage("「+1」で始まる番号を、まとめて鳴らす設定が入っています。詐欺の電話も鳴るので、使えません。何も変えていません。")
        assertTrue(!offer.shows(R.id.take) && !offer.shows(R.id.changed))
        assertEquals(before, settings())
    }

    @Test
    fun `what is agreed to is what was shown`() {
        val offer = offer("tomeru:1?p=warn&a=&c=&d=30&e=120&end")
        assertTrue("・\u2060国際電話" in offer.changes())
        store.setCountry("US", Action.ALLOW)
        offer.press(R.id.take)
        offer.awaitMessage("見ている間に、この電話の設定が変わりました。もう一度、確かめてください。まだ設定していません。")
        assertEquals(Preset.STOP, settings().policy.preset)
        Wait.until { "・\u2060アメリカ合衆国の番号" in offer.changes() }
        offer.press(R.id.take)
        offer.awaitMessage("設定しました。")
        assertEquals(Preset.WARN, settings().policy.preset)
    }

    @Test
    fun `a code that lets only known people ring says what that costs`() {
        val offer = offer("tomeru:2?p=known&a=police_shown.warn&c=&d=30&e=120&end")
        Wait.until { offer.shows(R.id.take) }
        val lines = offer.text(R.id.summary).lines()
        assertEquals("知っている人だけ鳴らす（日本の電話も）", lines[0])
        assertTrue(lines[1], "病院" in lines[1])
        assertTrue("警察の番号：注意を出して鳴らします" in lines)
        assertTrue(!offer.shows(R.id.weaker))
        offer.press(R.id.take)
        offer.awaitMessage("設定しました。")
        assertEquals(Preset.KNOWN, settings().policy.preset)
    }

    @Test
    fun `a message around the code is no matter`() {
        app.systemService<ClipboardManager>().setPrimaryClip(ClipData.newPlainText("", "これを使ってね。\n$code\nお母さんへ"))
        val screen = open<FamilyActivity>()
        screen.press(R.id.paste)
        val offer = open<OfferActivity>(screen.opened())
        Wait.until { offer.shows(R.id.take) }
        assertEquals("ご自分で決めた番号と、迷惑電話の一覧は変わりません。", offer.text(R.id.offer_keeps))
    }
}
