# SPDX-License-Identifier: Apache-2.0
"""Every class that the manifest and the other XML files of the APK name is in the finished dex, and Android can make it."""

import re
import unittest
import zipfile

from apks import APKS, TOOLS, aapt2, apk, dex, sample_dex
from dex import ABSTRACT, INTERFACE, PUBLIC

NO_ARGUMENTS = "()V"
OF_A_VIEW = "(Landroid/content/Context;Landroid/util/AttributeSet;)V"
# Attributes of the manifest that name a class which Android makes: element -> attributes.
MADE = {
    "application": ("name", "appComponentFactory", "backupAgent", "zygotePreloadName"),
    "activity": ("name",), "service": ("name",), "receiver": ("name",), "provider": ("name",), "instrumentation": ("name",),
}
# What else names a class, anywhere.
NAMED = ("targetActivity", "parentActivityName", "manageSpaceActivity", "targetClass", "class", "fragment", "layoutManager")


def elements(text):
    """Each element of what `aapt2 dump xmltree` prints: name, {attribute: text}."""
    found = []
    for line in text.splitlines():
        element = re.match(r"\s*E: (\S+) \(line=\d+\)", line)
        if element:
            found.append((element[1], {}))
        attribute = re.match(r'\s*A: (?:\S*:)?(\w+)(?:\(0x\w+\))?="(.*?)" \(Raw:', line)
        if attribute and found:
            found[-1][1][attribute[1]] = attribute[2]
    return found


def class_name(package, name):
    return (package + name if name.startswith(".") else name if "." in name else f"{package}.{name}").replace(".", "/")


def wanted(package, file, text):
    """What an XML file names: (class, signature of the constructor that Android calls, or None)."""
    manifest = file == "AndroidManifest.xml"
    for element, attributes in elements(text):
        if manifest:
            for attribute in MADE.get(element, ()):
                if attribute in attributes:
                    yield class_name(package, attributes[attribute]), NO_ARGUMENTS
        elif "." in element:
            yield element.replace(".", "/"), OF_A_VIEW
        elif element in ("view", "drawable") and "class" in attributes:
            yield class_name(package, attributes["class"]), OF_A_VIEW if element == "view" else NO_ARGUMENTS
        for attribute in NAMED:
            if "." in attributes.get(attribute, ""):
                yield class_name(package, attributes[attribute]), None


def findings(dex_, package, file, text, platform=()):
    told = []
    for name, constructor in wanted(package, file, text):
        class_ = dex_.classes.get(name)
        if class_ is None:
            if name not in platform:
                told.append(f"{file}: {name} is missing")
        elif constructor:
            if class_.flags & (ABSTRACT | INTERFACE):
                told.append(f"{file}: {name} is abstract")
            # A layout's views are made through a constructor that is opened first; components are not.
            if constructor == NO_ARGUMENTS and not class_.flags & PUBLIC:
                told.append(f"{file}: {name} is not public")
            made = class_.member("<init>", constructor)
            if not made or not made.flags & PUBLIC:
                told.append(f"{file}: {name} has no public constructor {constructor}")
    for element, attributes in elements(text):
        if "onClick" in attributes:
            told.append(f"{file}: {element} names the method {attributes['onClick']}, which no rule keeps")
    return told


def platform_classes():
    with zipfile.ZipFile(TOOLS / "android-all.jar") as framework:
        return {name.removesuffix(".class") for name in framework.namelist()}


class Components(unittest.TestCase):
    def test_every_class_that_xml_names_can_be_made(self):
        archive = apk("universal")
        with zipfile.ZipFile(archive) as files:
            names = [name for name in files.namelist() if name.endswith(".xml")]
        named, told, platform = set(), [], platform_classes()
        for file in names:
            text = aapt2("dump", "xmltree", "--file", file, archive)
            named |= {name for name, _ in wanted("app.tomeru", file, text)}
            told += findings(dex("universal"), "app.tomeru", file, text, platform)
        self.assertEqual(told, [])
        # The reader of these files sees something.
        self.assertGreater(len(names), 30)
        self.assertLessEqual({"app/tomeru/screening/ScreeningService", "app/tomeru/ui/home/HomeActivity",
                              "app/tomeru/ui/records/WeekChart", "app/tomeru/notice/NoticeActions"}, named)

    def test_the_apks_differ_in_their_libraries_only(self):
        def rest(name):
            with zipfile.ZipFile(apk(name)) as files:
                return {each.filename: each.CRC for each in files.infolist() if not each.filename.startswith(("lib/", "META-INF/"))}

        for name in APKS[1:]:
            self.assertEqual(rest(name), rest("universal"), name)

    def test_what_android_could_not_make_is_found(self):
        manifest = """
          E: application (line=1)
            A: http://schemas.android.com/apk/res/android:appComponentFactory(0x0101057a)=".Gone" (Raw: ".Gone")
              E: activity (line=2)
                A: http://schemas.android.com/apk/res/android:name(0x01010003)=".Good" (Raw: ".Good")
                A: http://schemas.android.com/apk/res/android:parentActivityName(0x010103a7)="app.tomeru.Away" (Raw: "app.tomeru.Away")
              E: service (line=3)
                A: http://schemas.android.com/apk/res/android:name(0x01010003)=".Hidden" (Raw: ".Hidden")
              E: receiver (line=4)
                A: http://schemas.android.com/apk/res/android:name(0x01010003)="app.tomeru.Unfinished" (Raw: "app.tomeru.Unfinished")
              E: service (line=5)
                A: http://schemas.android.com/apk/res/android:name(0x01010003)=".Closed" (Raw: ".Closed")
        """
        self.assertEqual(findings(sample_dex("components"), "app.tomeru", "AndroidManifest.xml", manifest), [
            "AndroidManifest.xml: app/tomeru/Gone is missing",
            "AndroidManifest.xml: app/tomeru/Away is missing",
            "AndroidManifest.xml: app/tomeru/Hidden is not public",
            "AndroidManifest.xml: app/tomeru/Unfinished is abstract",
            "AndroidManifest.xml: app/tomeru/Closed has no public constructor ()V",
        ])

    def test_a_view_needs_the_constructor_of_layouts(self):
        layout = """
          E: app.tomeru.Chart (line=1)
            E: view (line=2)
              A: class="app.tomeru.Plain" (Raw: "app.tomeru.Plain")
            E: Button (line=3)
              A: http://schemas.android.com/apk/res/android:onClick(0x0101026f)="pressed" (Raw: "pressed")
        """
        self.assertEqual(findings(sample_dex("components"), "app.tomeru", "res/layout/x.xml", layout), [
            f"res/layout/x.xml: app/tomeru/Plain has no public constructor {OF_A_VIEW}",
            "res/layout/x.xml: Button names the method pressed, which no rule keeps",
        ])


if __name__ == "__main__":
    unittest.main()
